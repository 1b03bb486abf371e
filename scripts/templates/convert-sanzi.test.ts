import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

interface Conversion {
  readonly elements: readonly { readonly id: string }[]
  readonly v2: ReadonlySet<string>
  readonly unplaced: readonly string[]
}

/** The script has no types; it is run by hand, not by the product. */
const { convertSanzi } = (await import(new URL('./convert-sanzi.mjs', import.meta.url).href)) as {
  readonly convertSanzi: (json: unknown, about: { readonly purpose: string }) => Conversion
}

const model = read('../../tests/templates/worked-model.json')
const template = read('../../templates/sanzi/template.json')

test('the template is what the conversion of the worked model gives, with nothing left over', () => {
  const { elements, v2, unplaced } = convertSanzi(model, template)
  expect(unplaced).toStrictEqual([])
  expect(JSON.stringify(elements)).toBe(JSON.stringify(template.elements))
  expect([...v2].sort()).toStrictEqual(read('../../templates/sanzi-v1/template.json').omitted)
})

test('a leaf that the conversion does not know is named', () => {
  const [first, ...others] = model.items
  const more = { ...model, items: [{ ...first, brandNew: '新' }, ...others] }
  expect(convertSanzi(more, template).unplaced).toStrictEqual(['items[0].brandNew'])
})

test('what came with the second version takes along what belongs to it', () => {
  const [first, ...others] = model.processes
  const later = { ...model, processes: [{ ...first, introducedIn: 'v2' }, ...others] }
  const { v2 } = convertSanzi(later, template)
  for (const step of first.steps) expect(v2).toContain(step.id)
})

test('every text of the worked model that is no code stands in the template', () => {
  const placed = JSON.stringify(template)
  const missing: string[] = []
  const results = new Set(['expected', 'expectedFindings', 'createdFor', 'schema'])
  JSON.stringify(model, (key, value) => {
    if (results.has(key)) return undefined
    if (typeof value === 'string' && /\p{Script=Han}/u.test(value) && !placed.includes(JSON.stringify(value).slice(1, -1)))
      missing.push(value)
    return value
  })
  // Filters of formulas become conditions, wordings of lists become values, limits become numbers, systems become measures.
  expect([...new Set(missing)].sort()).toMatchInlineSnapshot(`
    [
      "10工作日",
      "30日",
      "3工作日",
      "5工作日",
      "60工作日",
      "60日",
      "dr-20 <= dr-19 期末后规定日数",
      "dr-34 不晚于触发后 5 个工作日",
      "业务中心",
      "仅列出所示规则的结果,不是全部检查目录的穷尽结果",
      "信用中心",
      "单点登录+待办",
      "双向",
      "库表",
      "批示",
      "拉取",
      "接口+库表回流",
      "控制",
      "用户中心",
      "空间中心",
      "问题反馈",
    ]
  `)
})
