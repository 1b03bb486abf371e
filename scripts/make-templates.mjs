import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { convertSanzi } from './templates/convert-sanzi.mjs'
import { compileSource } from './templates/source/compile-source.mjs'
import { without } from './templates/versions.mjs'

/** Makes the templates from what they are written in: the worked model, and `source.json` beside a template. Run by hand when one of them or a kind changes. */
const source = new URL('../tests/templates/worked-model.json', import.meta.url)

/** Why each of the findings that a template stores is there. */
function lessonsOf(name) {
  const known = JSON.parse(readFileSync(new URL('templates/lessons.json', import.meta.url), 'utf8'))
  const found = JSON.parse(readFileSync(new URL(`../templates/${name}/findings.json`, import.meta.url), 'utf8'))
  return Object.fromEntries(Object.keys(found).map(rule => [rule, known[rule]]))
}

const about = {
  purpose: '一个县农村集体“三资”管理的完整示例，左右两腿齐全，用来学习和试用',
  source: '全部机构、代码、数值均为示意；法条引自《浙江省农村集体资产管理条例》（2020-09-24 修正）',
  illustrative: true,
}

const { elements, v2, unplaced, versions } = convertSanzi(JSON.parse(readFileSync(source, 'utf8')), about)

write('sanzi', {
  title: '农村集体“三资”管理（示例，v2 叠加共同富裕）',
  group: 'worked',
  ...about,
  lessons: lessonsOf('sanzi'),
  versions,
  elements,
})
write('sanzi-v1', {
  title: '农村集体“三资”管理（示例，v1 基线）',
  group: 'worked',
  ...about,
  purpose: '同一示例叠加“共同富裕”之前的基线，用来学习版本比较',
  lessons: lessonsOf('sanzi-v1'),
  versions: versions.slice(0, 1),
  omitted: [...v2].sort(),
  elements: without(v2, elements, versions[0]).map(one => (one.kind === 'document' ? { ...one, template: 'sanzi-v1' } : one)),
})
write('blank', {
  title: '空白文档',
  group: 'blank',
  purpose: '从零开始',
  source: '',
  illustrative: false,
  lessons: lessonsOf('blank'),
  elements: [{ id: 'document', kind: 'document', name: '未命名模型', template: 'blank' }],
})

console.log(`sanzi: ${elements.length} elements; v1 omits ${v2.size}: ${[...v2].sort().join(' ')}`)
console.log(unplaced.length === 0 ? 'placed: everything' : `not placed: ${unplaced.join(' ')}`)
if (unplaced.length > 0) process.exitCode = 1

const folder = new URL('../templates/', import.meta.url)
const clauses = JSON.parse(readFileSync(new URL('templates/plan-clauses.json', import.meta.url), 'utf8'))
for (const name of readdirSync(folder)) {
  const file = new URL(`${name}/source.json`, folder)
  if (!existsSync(file)) continue
  const source = JSON.parse(readFileSync(file, 'utf8'))
  const made = compileSource(name, source, clauses)
  const head = Object.fromEntries(Object.entries(source).filter(([field]) => !['document', 'clauses', 'tables'].includes(field)))
  write(name, { ...head, elements: made })
  console.log(`${name}: ${made.length} elements`)
}

function write(name, template) {
  const folder = new URL(`../templates/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const { elements: list, ...head } = template
  const lines = list.map(element => `    ${JSON.stringify(element)}`).join(',\n')
  writeFileSync(
    new URL('template.json', folder),
    `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "elements": [\n${lines}\n  ]\n}\n`,
  )
}
