import { z } from 'zod'
import { type Duration, ElementId, type FieldValue, type FormulaText, isElementId, isStoredText, type Line, StoredText } from './element.ts'

/**
 * How a field behaves everywhere: form, grid, Excel, comparison, merge.
 * `choices`, `refs` and `texts` are sets (stored sorted, merged by member); `refList` keeps its order; `lines` is a small table.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'texts'
  | 'ref'
  | 'refs'
  | 'refList'
  | 'formula'
  | 'duration'
  | 'lines'
  | 'settings'

/** What a declaration says of a field besides its type. Text is Chinese; it is what the user reads. */
export interface FieldOptions {
  /** What to write here, with an example where one helps. */
  readonly help?: string
  /** The unit of a number. */
  readonly unit?: string
  /** The standard, template or clause the field comes from. */
  readonly source?: string
  /** A checklist marks it with `*`; it may still be empty in a document. */
  readonly required?: boolean
  /** A reference whose target goes: the reference is cleared (default), or the element goes too. */
  readonly whenGone?: 'clear' | 'remove'
  /** Group heading in the inspector. */
  readonly group?: string
}

export interface Field<T extends FieldValue = FieldValue> extends FieldOptions {
  readonly type: FieldType
  readonly label: string
  readonly schema: z.ZodType<T>
  /** Says what `schema` says, without saying why; for whole documents, where zod would take most of the time of opening. */
  readonly accepts: (value: unknown) => boolean
  /** Id of the code list whose values may stand here. */
  readonly list?: string
  /** Kinds a reference may point to. */
  readonly refersTo?: readonly string[]
  /** Columns of `lines`. */
  readonly columns?: { readonly [column: string]: Field }
}

/** Field types whose values are sets: order means nothing, members merge one by one. */
export const setTypes: ReadonlySet<FieldType> = new Set<FieldType>(['choices', 'texts', 'refs'])

const asSet = (schema: z.ZodType<string>): z.ZodType<readonly string[]> =>
  z
    .array(schema)
    .min(1)
    .refine(members => members.every((member, index) => index === 0 || (members[index - 1] ?? '') < member), 'not-a-sorted-set')

const isSet =
  (accepts: (member: unknown) => boolean) =>
  (value: unknown): boolean => {
    if (!Array.isArray(value) || value.length === 0) return false
    return value.every((member, index) => accepts(member) && (index === 0 || value[index - 1] < member))
  }

const Plain = StoredText.min(1)
const LONGEST_VALUE = 200
const Value = Plain.max(LONGEST_VALUE)
const isValue = (value: unknown): boolean => isStoredText(value, LONGEST_VALUE)
const isFinite = (value: unknown): boolean => Number.isFinite(value) && !Object.is(value, -0)
const parses =
  (schema: z.ZodType) =>
  (value: unknown): boolean =>
    schema.safeParse(value).success
const Finite = z.number().refine(value => !Object.is(value, -0), 'negative-zero')

export const text = (label: string, options: FieldOptions = {}): Field<string> => ({
  ...options,
  type: 'text',
  label,
  schema: Plain,
  accepts: value => isStoredText(value),
})

export const longText = (label: string, options: FieldOptions = {}): Field<string> => ({
  ...options,
  type: 'longText',
  label,
  schema: Plain,
  accepts: value => isStoredText(value),
})

export const number = (label: string, options: FieldOptions = {}): Field<number> => ({
  ...options,
  type: 'number',
  label,
  schema: Finite,
  accepts: isFinite,
})

const IsoDate = z.iso.date()

/** A business date, `YYYY-MM-DD`, without time and zone (reliability T5). */
export const date = (label: string, options: FieldOptions = {}): Field<string> => ({
  ...options,
  type: 'date',
  label,
  schema: IsoDate,
  accepts: parses(IsoDate),
})

export const flag = (label: string, options: FieldOptions = {}): Field<boolean> => ({
  ...options,
  type: 'boolean',
  label,
  schema: z.boolean(),
  accepts: value => typeof value === 'boolean',
})

/** One value of a code list. The list is open: users add values, and a rule reports unknown ones. */
export const choice = (label: string, list: string, options: FieldOptions = {}): Field<string> => ({
  ...options,
  type: 'choice',
  label,
  list,
  schema: Value,
  accepts: isValue,
})

export const choices = (label: string, list: string, options: FieldOptions = {}): Field<readonly string[]> => ({
  ...options,
  type: 'choices',
  label,
  list,
  schema: asSet(Value),
  accepts: isSet(isValue),
})

/** A set of short texts, such as synonyms. */
export const texts = (label: string, options: FieldOptions = {}): Field<readonly string[]> => ({
  ...options,
  type: 'texts',
  label,
  schema: asSet(Plain),
  accepts: isSet(isStoredText),
})

export const ref = (label: string, refersTo: readonly string[], options: FieldOptions = {}): Field<string> => ({
  ...options,
  type: 'ref',
  label,
  refersTo,
  schema: ElementId,
  accepts: isElementId,
})

export const refs = (label: string, refersTo: readonly string[], options: FieldOptions = {}): Field<readonly string[]> => ({
  ...options,
  type: 'refs',
  label,
  refersTo,
  schema: asSet(ElementId),
  accepts: isSet(isElementId),
})

/** References whose order means something. */
export const refList = (label: string, refersTo: readonly string[], options: FieldOptions = {}): Field<readonly string[]> => ({
  ...options,
  type: 'refList',
  label,
  refersTo,
  schema: z.array(ElementId).min(1),
  accepts: value => Array.isArray(value) && value.length > 0 && value.every(isElementId),
})

const Formula = z.strictObject({
  text: StoredText.min(1).max(4000),
  refs: z
    .array(z.strictObject({ name: Plain, id: ElementId }))
    .min(1)
    .exactOptional(),
})

/** The indicator language of contracts C4, over data items and indicators. */
export const formula = (label: string, options: FieldOptions = {}): Field<FormulaText> => ({
  ...options,
  type: 'formula',
  label,
  refersTo: ['dataItem', 'indicator'],
  schema: Formula,
  accepts: parses(Formula),
})

const Span = z.strictObject({ value: Finite.exactOptional(), unit: Value.exactOptional(), words: Plain.exactOptional() })

/** A span of time; units are those of the list `limitUnit`. */
export const duration = (label: string, options: FieldOptions = {}): Field<Duration> => ({
  ...options,
  type: 'duration',
  label,
  list: 'limitUnit',
  schema: Span,
  accepts: parses(Span),
})

/** A small table inside the element. Columns may refer to elements. */
export function lines(label: string, columns: { readonly [column: string]: Field }, options: FieldOptions = {}): Field<readonly Line[]> {
  const schema = z.array(z.strictObject(optionalShape(columns))).min(1) as unknown as z.ZodType<readonly Line[]>
  return { ...options, type: 'lines', label, columns, schema, accepts: parses(schema) }
}

/** Settings of the document, a plain object whose keys are declared elsewhere. */
export const settings = (
  label: string,
  schema: z.ZodType<{ readonly [key: string]: unknown }>,
  options: FieldOptions = {},
): Field<{ readonly [key: string]: unknown }> => ({
  ...options,
  type: 'settings',
  label,
  schema,
  accepts: parses(schema),
})

/** The zod shape of declared fields, each of them optional: absent means unknown. */
export function optionalShape(fields: { readonly [name: string]: Field }): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, z.exactOptional(field.schema)]))
}
