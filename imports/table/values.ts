import { simplified } from '#model/base/scripts.ts'
import { compareKey } from '#model/base/text.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue } from '#model/schema/element.ts'
import { readValue } from '#model/wording/read-value.ts'
import type { Wording } from '#model/wording/wording.ts'

/** A value of a foreign list, and the parts of it that are not understood. */
export interface LooseValue {
  readonly value: FieldValue | undefined
  readonly unknown: readonly string[]
}

/** What lists write where there is nothing to say. */
const nothing: ReadonlySet<string> = new Set(['/', '\\', '-', '--', '—', '——', '无', '暂无', '空', '不涉及', 'n/a', 'null'])

/** Reads what a cell of a list says of a field, written as people write it. */
export function readLoosely(field: Field, text: string, wording: Wording): LooseValue {
  if (field.type === 'text' || field.type === 'longText') return { value: text, unknown: [] }
  if (field.type === 'texts') return { value: membersOf(text), unknown: [] }
  const whole = firstRead(field, text, wording)
  if (whole !== undefined) return { value: whole, unknown: [] }
  if (nothing.has(compareKey(text))) return { value: undefined, unknown: [] }
  if (field.type !== 'choices' && field.type !== 'refs') return { value: undefined, unknown: [text] }
  const values: string[] = []
  const unknown: string[] = []
  for (const part of partsOf(text)) {
    const value = firstRead(field, part, wording)
    if (Array.isArray(value)) values.push(...(value as readonly string[]))
    else unknown.push(part)
  }
  return { value: values.length > 0 ? [...new Set(values)].sort() : undefined, unknown }
}

/** Members of a cell are parted by line breaks and semicolons, else by 、 outside of brackets. */
export function membersOf(text: string): readonly string[] {
  const coarse = parted(text, '；;\n')
  const members = coarse.length > 1 ? coarse : parted(text, '、')
  return [...new Set(members)].sort()
}

/** The parts of a text around any of the marks, but not around those in brackets. */
export function parted(text: string, marks: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if ('（(「《'.includes(char)) depth++
    else if ('）)」》'.includes(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && marks.includes(char)) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** Choices are parted by whatever people use, and the last names what all are: `省、市、县级`. */
const partsOf = (text: string): readonly string[] => parted(text, '；;、,，^/|\n\t 和及')

function firstRead(field: Field, text: string, wording: Wording): FieldValue | undefined {
  for (const reading of readingsOf(field, text)) {
    const read = readValue(field, reading, wording)
    if (read.ok && read.value !== undefined) return read.value
  }
  return undefined
}

/** Ways to read a text, the text itself first: numbers that were floats or carry their unit, choices with words around them. */
function readingsOf(field: Field, text: string): readonly string[] {
  const float = /^(\d+)\.0+$/u.exec(text)?.[1]
  const readings = [text, ...(float === undefined ? [] : [float])]
  switch (field.type) {
    case 'number':
      return [...readings, /^(?:最多|不超过|约|≤)?(?:跑)?([-+]?[\d,.]+)\s*[\p{L}%％]{0,4}$/u.exec(compareKey(text))?.[1] ?? text]
    case 'boolean':
      return [...readings, /^(?:不|否|免)/u.test(text) ? '否' : /^(?:收|是|需|有)/u.test(text) && text.length <= 4 ? '是' : text]
    case 'choice':
    case 'choices': {
      const plain = simplified(text)
      const bare = plain.replaceAll(/[（(].*?[)）]/gu, '').trim()
      return [...readings, plain, bare, bare.replace(/(?:类|事项|权力|权|型|级)$/u, ''), `${bare}级`, `${bare}型`]
    }
    default:
      return readings
  }
}

/** Codes stay text, but not the fraction that a spreadsheet gave them. */
export const codeText = (text: string): string => text.replace(/^(\d+)\.0+$/u, '$1')

/** A code that a spreadsheet cut to `1.15E+17`; its digits cannot be had back. */
export const isRounded = (text: string): boolean => /^\d(?:\.\d+)?e\+?\d{2}$/iu.test(text)

/** A plain number of days has the unit of its column, or of the title: `承诺时限（工作日）`. */
export function withUnit(text: string, title: string, unit: string | undefined): string {
  if (!/^\d+(?:\.\d+)?$/u.test(text)) return text
  const number = codeText(text)
  if (unit !== undefined) return `${number}${unitNames.get(compareKey(unit)) ?? unit}`
  return `${number}${/(工作日|自然日|小时|天|个月|日)[^\p{Script=Han}]*$/u.exec(title)?.[1] ?? ''}`
}

/** Letters of the national platform for units of time. */
const unitNames: ReadonlyMap<string, string> = new Map([
  ['w', '工作日'],
  ['d', '自然日'],
  ['h', '小时'],
  ['m', '月'],
])
