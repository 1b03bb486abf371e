import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue, Line } from '#model/schema/element.ts'
import type { Chance } from '#demo/index.ts'

/** Texts that break programs: rare characters, both directions, formulas, mark-up, names every object has. Source: reliability §6. */
export const hostileTexts = [
  '𠮷野家审批',
  '葛󠄀城区',
  'ＡＢＣ１２３（全角）',
  'e\u0301\u00e9 组合',
  '👨‍👩‍👧‍👦🏳️‍🌈',
  '\u202eevil\u202c 双向',
  '=HYPERLINK("x")',
  '+1 @SUM -2',
  '_x000D_字面',
  '<b>&amp;]]></b>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  ' 前后空格 ',
  '制表\t换行\n第二行',
  '\u00a0\u2003',
  '"引号"\\反斜杠\u2028\u2029',
  '\uFEFF有标记',
  '\uFFFD',
  'null',
] as const

const words = [
  '农业农村',
  '资产',
  '资源',
  '资金',
  '合同',
  '审批',
  '监督',
  '登记',
  '指标',
  '数据',
  '共享',
  '事项',
  '流程',
  '村',
  '县',
  '部门',
]

/** A text as offices write them, one in four of them hostile, one in five hundred very long. */
export function randomText(chance: Chance): string {
  if (chance.once(500)) return '长'.repeat(20_000)
  if (chance.once(4)) return chance.pick(hostileTexts) ?? ''
  return Array.from({ length: 1 + chance.below(3) }, () => chance.pick(words)).join('')
}

/** The same, no longer than a name may be. */
export const randomName = (chance: Chance): string => randomText(chance).slice(0, 2000)

/** Ids of elements of these kinds; `*` for any. */
export type IdsOf = (kinds: readonly string[]) => readonly string[]

/** A value the declaration allows; undefined where there is nothing to refer to. Small pools, so that two edits often meet. */
export function randomValue(field: Field, idsOf: IdsOf, chance: Chance): FieldValue | undefined {
  const ids = field.refersTo ? idsOf(field.refersTo) : []
  switch (field.type) {
    case 'text':
    case 'longText':
      return randomText(chance)
    case 'number':
      return chance.pick([0, 1, -7, 0.1, 1e21, 5e-324, 12_345.678])
    case 'date':
      return chance.pick(['2024-02-29', '2026-12-31', '1999-01-01'])
    case 'boolean':
      return chance.once(2)
    case 'choice':
      return chance.pick(['a', 'b', 'c'])
    case 'choices':
    case 'texts':
      return filled([...new Set(chance.some(['a', 'b', 'c', 'd', '𠮷', '村'], 3))].sort())
    case 'ref':
      return chance.pick(ids)
    case 'refs':
      return filled([...new Set(chance.some(ids, 3))].sort())
    case 'refList':
      return filled(chance.some(ids, 3).reverse())
    case 'formula':
      return randomFormula(ids, chance)
    case 'duration':
      return chance.pick([{ value: 5, unit: 'workday' }, { words: 'T+1' }, { value: 1, unit: 'month', words: '一个月' }])
    case 'lines':
      return filled(
        Array.from({ length: chance.below(3) }, () => randomLine(field, idsOf, chance)).filter(line => Object.keys(line).length > 0),
      )
    case 'settings':
      return randomSettings(field, chance)
  }
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)

function randomFormula(ids: readonly string[], chance: Chance): FieldValue {
  const operands = chance.some(ids, 2)
  if (operands.length === 0) return { text: `${chance.below(9)} + 1` }
  const names = operands.map((_, index) => `操作数${index + 1}`)
  return { text: names.join(' + '), refs: operands.map((id, index) => ({ name: names[index] ?? '', id })) }
}

function randomLine(field: Field, idsOf: IdsOf, chance: Chance): Line {
  const line: Record<string, FieldValue> = {}
  for (const [column, declared] of Object.entries(field.columns ?? {})) {
    const value = chance.once(2) ? randomValue(declared, idsOf, chance) : undefined
    if (value !== undefined) line[column] = value
  }
  return line as Line
}

/** Settings are declared elsewhere: what their schema takes of a few guesses. */
function randomSettings(field: Field, chance: Chance): FieldValue | undefined {
  const guesses = [{ theme: 'dark' }, { theme: 'light', rows: 7 }, { title: '标题' }].filter(guess => field.schema.safeParse(guess).success)
  return chance.pick(guesses)
}
