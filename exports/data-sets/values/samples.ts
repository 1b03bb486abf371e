import { textIn } from '#model/method/reading.ts'
import { characterCount } from '#model/base/graphemes.ts'
import type { DataField, DataSet, DateDigits } from '../data-set.ts'

type Value = string | number | boolean

/** A record by the names of its fields. */
export type SampleRecord = { readonly [name: string]: Value }

/** Records a data set is shown with; enough to see that values differ. */
const RECORDS = 2

/** Made-up records that fit the schema: the same for the same model, and of nobody real. */
export const sampleRecords = (dataSet: DataSet): SampleRecord[] =>
  Array.from({ length: RECORDS }, (_, at) => sampleRecord(dataSet.fields, at))

export const sampleRecord = (fields: readonly DataField[], at: number): SampleRecord =>
  Object.fromEntries(fields.map(field => [field.name.json, sampleValue(field, at)]))

/** The value of one field in the record at this place. A sample in the model is used in the first record where it fits. */
export function sampleValue(field: DataField, at: number): Value {
  const { codes, type, digits, element } = field
  if (codes) return codes.codes[at % codes.codes.length]?.code ?? ''
  switch (type.is) {
    case 'integer':
      return at + 1
    case 'decimal':
      return decimalValue(type, at)
    case 'float':
      return at + 0.5
    case 'boolean':
      return at % 2 === 0
    case 'date':
    case 'timestamp':
      return dateValue(type.is, digits, at)
    case 'binary':
      return '56S65oSP'
    case 'text':
    case 'unknown':
      return digits ? dateValue('date', digits, at) : textValue(textIn(element, 'sample'), type.is === 'text' ? type.length : undefined, at)
  }
}

/** One digit is enough to fit any precision; a second digit where there is room. */
function decimalValue({ digits, scale }: { readonly digits?: number; readonly scale?: number }, at: number): number {
  const whole = digits === undefined ? 2 : digits - (scale ?? 0)
  return whole < 1 ? 0 : at + 1
}

function dateValue(is: 'date' | 'timestamp', digits: DateDigits | undefined, at: number): string {
  const day = `0${at + 1}`
  switch (digits) {
    case 'YYYYMM':
      return `2025${day}`
    case 'YYYYMMDD':
      return `202501${day}`
    case 'YYYYMMDDHHMMSS':
      return `202501${day}090000`
    case undefined:
      return is === 'date' ? `2025-01-${day}` : `2025-01-${day}T09:00:00+08:00`
  }
}

function textValue(sample: string, length: number | undefined, at: number): string {
  if (at === 0 && sample !== '' && characterCount(sample) <= (length ?? Infinity)) return sample
  const number = String(at + 1)
  const text = `示例${number.padStart(4, '0')}`
  if (length === undefined || length >= text.length) return text
  return number.padStart(length, '0').slice(-length)
}
