import type { Json } from '#model/base/json.ts'
import { textIn } from '#model/method/reading.ts'
import type { Wording } from '#model/wording/index.ts'
import type { DataField, DataSet, DateDigits } from './data-set.ts'
import { dataSetNotes, fieldNotes } from './describe.ts'

export type Schema = { readonly [key: string]: Json | undefined }

/** What a format does to a text that its readers render, such as Markdown. */
export type Prose = (text: string) => string

const plain: Prose = text => text

/** Which fields of a record, all by default, and how descriptions are written. */
interface Part {
  readonly fields?: readonly DataField[]
  readonly prose?: Prose
}

/** One record of a resource as a JSON Schema 2020-12, without what makes it a document of its own. */
export function recordSchema(dataSet: DataSet, wording: Wording, { fields = dataSet.fields, prose = plain }: Part = {}): Schema {
  const { element, level, trace } = dataSet
  return {
    title: element.name,
    description: prose(dataSetNotes(dataSet, wording)),
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [field.name.json, fieldSchema(field, wording, prose)])),
    required: fields.filter(field => field.isRequired).map(field => field.name.json),
    additionalProperties: false,
    'x-element': element.id,
    ...(level === '' ? {} : { 'x-security-level': level }),
    'x-trace': { ...trace },
  }
}

/** One field as a JSON Schema. Source: JSON Schema 2020-12; `x-` names are ours and say where the field comes from. */
export function fieldSchema(field: DataField, wording: Wording, prose: Prose = plain): Schema {
  const { element, trace, timeliness, codes } = field
  const notes = fieldNotes(field, wording)
  const level = textIn(element, 'securityLevel')
  return {
    title: element.name,
    ...(notes === '' ? {} : { description: prose(notes) }),
    ...constraints(field),
    ...(codes ? { 'x-labels': Object.fromEntries(codes.codes.map(({ code, label }) => [code, label])) } : {}),
    'x-element': element.id,
    ...(element.code === undefined ? {} : { 'x-code': element.code }),
    ...(level === '' ? {} : { 'x-security-level': level }),
    ...(timeliness === '' ? {} : { 'x-timeliness': timeliness }),
    'x-trace': { ...trace },
  }
}

const patterns: { readonly [digits in DateDigits]: string } = {
  YYYYMM: '^[0-9]{4}(0[1-9]|1[0-2])$',
  YYYYMMDD: '^[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$',
  YYYYMMDDHHMMSS: '^[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]$',
}

/** What a value must be; nothing where the model does not know the type. */
function constraints({ type, digits, codes }: DataField): Schema {
  if (codes) return { type: 'string', enum: codes.codes.map(({ code }) => code) }
  if (digits) return { type: 'string', pattern: patterns[digits] }
  switch (type.is) {
    case 'text':
      return { type: 'string', ...(type.length === undefined ? {} : { maxLength: type.length }) }
    case 'integer':
    case 'boolean':
      return { type: type.is }
    case 'float':
      return { type: 'number' }
    case 'decimal':
      return { type: 'number', ...bounds(type) }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'timestamp':
      return { type: 'string', format: 'date-time' }
    case 'binary':
      return { type: 'string', contentEncoding: 'base64' }
    case 'unknown':
      return {}
  }
}

/** Digits before the point beyond which a double no longer holds every whole number, and a bound says nothing. */
const EXACT_DIGITS = 15

function bounds({ digits, scale }: { readonly digits?: number; readonly scale?: number }): Schema {
  if (digits === undefined || digits - (scale ?? 0) > EXACT_DIGITS) return {}
  const beyond = 10 ** (digits - (scale ?? 0))
  return { exclusiveMinimum: -beyond, exclusiveMaximum: beyond }
}
