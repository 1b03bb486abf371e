import type { Json } from '#model/base/json.ts'
import { textIn } from '#model/method/reading.ts'
import type { Wording } from '#model/wording/index.ts'
import { columnType } from '../data-sets/values/column-type.ts'
import type { DataField, DateDigits } from '../data-sets/data-set.ts'
import { codesInWords, fieldNotes, labelIn } from '../data-sets/describe.ts'
import { fieldSchema } from '../data-sets/record-schema.ts'
import { sampleValue } from '../data-sets/values/samples.ts'

type Object = { readonly [key: string]: Json | undefined }

/** One field of a contract. Source: ODCS 3.1.0, SchemaProperty. */
export function propertyOf(field: DataField, keyPosition: number, wording: Wording): Object {
  const { element, name, codes, isKey, isRequired } = field
  const notes = fieldNotes(field, wording)
  const level = textIn(element, 'securityLevel')
  return {
    id: stableId(element.id),
    name: name.json,
    physicalName: name.sql,
    businessName: element.name,
    ...logical(field, wording),
    physicalType: columnType(field),
    ...(notes === '' ? {} : { description: notes }),
    required: isRequired,
    ...(isKey ? { primaryKey: true, primaryKeyPosition: keyPosition } : {}),
    ...(level === '' ? {} : { classification: level }),
    examples: [sampleValue(field, 0)],
    ...(codes ? { quality: [validCodes(field)] } : {}),
    customProperties: custom([
      ['dataItemCode', element.code ?? '', '数据项编码'],
      ['personalInfo', labelIn(element, 'personalInfo', wording), '个人信息'],
      ['shareType', labelIn(element, 'shareType', wording), '共享类型'],
      ['shareCondition', textIn(element, 'shareCondition'), '共享条件或不予共享依据'],
      ['openType', labelIn(element, 'openType', wording), '开放类型'],
      ['timeliness', field.timeliness === '' ? '' : wording.labelOf('timeliness', field.timeliness), '时效要求'],
      ['trace', { ...field.trace }, '追溯到的需求、指标、事项和依据'],
    ]),
  }
}

/** Key and value pairs, those without a value left out. */
export const custom = (pairs: readonly (readonly [property: string, value: Json, description: string])[]): Object[] =>
  pairs.filter(([, value]) => value !== '').map(([property, value, description]) => ({ property, value, description }))

/** ODCS takes no dots in an id. */
export const stableId = (id: string): string => id.replaceAll('.', '_')

/** Formats of dates as ODCS writes them. Source: ODCS 3.1.0, after Java's DateTimeFormatter. */
const formats: { readonly [digits in DateDigits]: string } = { YYYYMM: 'yyyyMM', YYYYMMDD: 'yyyyMMdd', YYYYMMDDHHMMSS: 'yyyyMMddHHmmss' }

function logical({ type, digits, ...field }: DataField, wording: Wording): Object {
  const { maxLength, pattern, exclusiveMinimum, exclusiveMaximum } = fieldSchema({ type, ...(digits ? { digits } : {}), ...field }, wording)
  const options = (given: Object): Object => (Object.values(given).some(one => one !== undefined) ? { logicalTypeOptions: given } : {})
  switch (type.is) {
    case 'text':
      return { logicalType: 'string', ...options({ maxLength, pattern }) }
    case 'binary':
      return { logicalType: 'string', ...options({ format: 'byte' }) }
    case 'integer':
    case 'boolean':
      return { logicalType: type.is }
    case 'decimal':
      return { logicalType: 'number', ...options({ exclusiveMinimum, exclusiveMaximum }) }
    case 'float':
      return { logicalType: 'number' }
    case 'date':
    case 'timestamp':
      return { logicalType: type.is, ...options({ format: digits === undefined ? undefined : formats[digits] }) }
    case 'unknown':
      return {}
  }
}

function validCodes({ codes }: DataField): Object {
  const table = codes as NonNullable<typeof codes>
  return {
    type: 'library',
    metric: 'invalidValues',
    arguments: { validValues: table.codes.map(({ code }) => code) },
    mustBe: 0,
    description: `只能取「${table.title}」里的代码：${codesInWords(table)}`,
  }
}
