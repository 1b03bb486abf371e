import type { Field } from '../schema/define-field.ts'
import type { Duration, FieldValue, FormulaText, Line } from '../schema/element.ts'
import { writeDuration } from './duration.ts'
import { join } from './members.ts'
import type { Wording } from './wording.ts'

/** A stored value as people read and write it in a cell, a table or a terminal. Law: reading gives the same value again. */
export function writeValue(field: Field, value: FieldValue | undefined, wording: Wording): string {
  if (value === undefined) return ''
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'date':
      return value as string
    case 'number':
      return plainNumber(value as number)
    case 'boolean':
      return value === true ? '是' : '否'
    case 'choice':
      return wording.labelOf(field.list ?? '', value as string)
    case 'choices':
      return join((value as readonly string[]).map(one => wording.labelOf(field.list ?? '', one)))
    case 'texts':
      return join(value as readonly string[])
    case 'ref':
      return writeReference(value as string, wording, field.refersTo)
    case 'refs':
    case 'refList':
      return join((value as readonly string[]).map(id => writeReference(id, wording, field.refersTo)))
    case 'formula':
      return (value as FormulaText).text
    case 'duration':
      return writeDuration(value as Duration)
    case 'lines':
      return join(
        (value as readonly Line[]).map(line => writeLine(field, line, wording)),
        ['\n'],
      )
    case 'settings':
      return ''
  }
}

/**
 * `名称（编码）`; the name alone where there is no code. Among the kinds that may stand there, one that its words do not tell from
 * another has its id in the brackets.
 */
export function writeReference(id: string, wording: Wording, kinds: readonly string[] = []): string {
  const target = wording.nameOf(id)
  if (target === undefined) return id
  const { name, code } = target
  const usual = code === undefined ? name : `${name}（${code}）`
  if (kinds.length === 0) return usual
  const meant = wording.resolve(code ?? name, kinds)
  const isPlain = meant.includes(id) && !meant.some(other => other !== id && writeReference(other, wording) === usual)
  return isPlain ? usual : `${name}（${id}）`
}

/** Decimal digits, never an exponent. */
export function plainNumber(value: number): string {
  const short = String(value)
  if (!short.includes('e')) return short
  const [digits = '0', exponent = '0'] = short.split('e')
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.')
  const sign = value < 0 ? '-' : ''
  const shift = Number(exponent)
  if (shift >= 0) return sign + whole + fraction.padEnd(shift, '0')
  return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`
}

/** The columns that are filled, each with its label: `代码：1｜名称：账实相符`. */
function writeLine(field: Field, line: Line, wording: Wording): string {
  const parts: string[] = []
  for (const [column, declared] of Object.entries(field.columns ?? {})) {
    const value = line[column]
    if (value !== undefined) parts.push(`${declared.label}：${writeValue(declared, value, wording)}`)
  }
  return join(parts, ['｜', '|'])
}
