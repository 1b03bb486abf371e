import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Loss } from '../../define-exporter.ts'
import type { DateDigits, ValueType } from '../data-set.ts'

/** Characters a `varchar` may be declared with, and digits of a `numeric`. Source: PostgreSQL, 8.1.2 and 8.3. */
const LONGEST_TEXT = 10_485_760
const MOST_DIGITS = 1_000

/**
 * What the values of a data item are. The guide counts length in bytes; as a number of characters it is never too small.
 * Source: 政务信息资源目录编制指南（试行）, 信息项信息.
 */
export function valueTypeOf(dataItem: Element, losses: Loss[]): ValueType {
  const stated = textIn(dataItem, 'dataType')
  switch (stated) {
    case 'char':
      return lengthy(dataItem, LONGEST_TEXT, losses)
    case 'memo':
      return { is: 'text' }
    case 'numeric':
    case 'currency':
      return decimal(dataItem, losses)
    case 'integer':
    case 'boolean':
    case 'date':
      return { is: stated }
    case 'datetime':
      return { is: 'timestamp' }
    case 'double':
    case 'float':
      return { is: 'float' }
    case 'general':
      return { is: 'binary' }
    default:
      losses.push({ code: 'type-unknown', element: dataItem.id, field: 'dataType' })
      return { is: 'unknown' }
  }
}

function lengthy(dataItem: Element, most: number, losses: Loss[]): ValueType {
  const length = wholeIn(dataItem, 'length', { least: 1, most }, losses)
  return length === undefined ? { is: 'text' } : { is: 'text', length }
}

function decimal(dataItem: Element, losses: Loss[]): ValueType {
  const digits = wholeIn(dataItem, 'length', { least: 1, most: MOST_DIGITS }, losses)
  if (digits === undefined) return { is: 'decimal' }
  const scale = wholeIn(dataItem, 'precision', { least: 0, most: digits }, losses)
  return { is: 'decimal', digits, ...(scale === undefined ? {} : { scale }) }
}

function wholeIn(dataItem: Element, field: string, limits: { readonly least: number; readonly most: number }, losses: Loss[]) {
  const value = dataItem[field]
  if (typeof value !== 'number') return undefined
  if (Number.isInteger(value) && value >= limits.least && value <= limits.most) return value
  losses.push({ code: 'length-unusable', element: dataItem.id, field })
  return undefined
}

/** Dates written as digits, where format or value domain says so and the type has room for them. */
export function dateDigitsOf(dataItem: Element, type: ValueType): DateDigits | undefined {
  const said = `${textIn(dataItem, 'format')} ${textIn(dataItem, 'valueDomain')}`.toUpperCase()
  const found = /(?<![A-Z])YYYYMM(?:DD(?:HHMMSS|HH24MISS)?)?(?![A-Z])/u.exec(said)?.[0]
  const digits = found === undefined ? undefined : byLength[found.length]
  return digits !== undefined && hasRoom(type, digits) ? digits : undefined
}

const byLength: { readonly [length: number]: DateDigits } = { 6: 'YYYYMM', 8: 'YYYYMMDD', 14: 'YYYYMMDDHHMMSS', 16: 'YYYYMMDDHHMMSS' }

function hasRoom(type: ValueType, digits: DateDigits): boolean {
  switch (type.is) {
    case 'date':
    case 'timestamp':
    case 'unknown':
      return true
    case 'text':
      return type.length === undefined || type.length >= digits.length
    default:
      return false
  }
}
