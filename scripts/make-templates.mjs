import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { convertSanzi } from './templates/convert-sanzi.mjs'

/** Makes the templates that are data of ours in another form. Run by hand when the worked model or the kinds change. */
const source = new URL('../../shared/reference/example-sanzi.json', import.meta.url)

const { elements, v2, unplaced, versions } = convertSanzi(JSON.parse(readFileSync(source, 'utf8')))

const about = {
  purpose: '一个县农村集体“三资”管理的完整示例，左右两腿齐全，用来学习和试用',
  source: '全部机构、代码、数值均为示意；法条引自《浙江省农村集体资产管理条例》（2020-09-24 修正）',
  illustrative: true,
}

write('sanzi', { title: '农村集体“三资”管理（示例，v2 叠加共同富裕）', ...about, versions, elements })
write('sanzi-v1', {
  title: '农村集体“三资”管理（示例，v1 基线）',
  ...about,
  versions: versions.slice(0, 1),
  omitted: [...v2].sort(),
  elements: withoutV2(elements, v2, versions[0]),
})
write('blank', {
  title: '空白文档',
  purpose: '从零开始',
  source: '',
  illustrative: false,
  elements: [{ id: 'document', kind: 'document', name: '未命名模型', template: 'blank' }],
})

console.log(`sanzi: ${elements.length} elements; v1 omits ${v2.size}: ${[...v2].sort().join(' ')}`)
console.log(unplaced.length === 0 ? 'placed: everything' : `not placed: ${unplaced.join(' ')}`)
if (unplaced.length > 0) process.exitCode = 1

/** The model before the overlay: its elements and every reference to them are gone. */
function withoutV2(all, gone, first) {
  return all
    .filter(one => !gone.has(one.id))
    .map(one => {
      const kept = Object.fromEntries(
        Object.entries(one).flatMap(([field, value]) => {
          if (typeof value === 'string' && field !== 'id' && gone.has(value)) return []
          if (!Array.isArray(value) || typeof value[0] !== 'string') return [[field, value]]
          const members = value.filter(member => !gone.has(member))
          return members.length > 0 ? [[field, members]] : []
        }),
      )
      return one.kind === 'document' ? { ...kept, version: first.id, createdOn: first.date, template: 'sanzi-v1' } : kept
    })
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
