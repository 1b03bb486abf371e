import { kindOf } from '#model/kinds/index.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { Element } from '#model/schema/element.ts'
import { type Wording, writeReference, writeValue } from '#model/wording/index.ts'

/** A field of an element with its label and its value as people read it. */
export interface Described {
  readonly field: string
  readonly label: string
  readonly value: string
}

/** Every filled field, in the order of the declaration. */
export function describe(element: Element, wording: Wording): readonly Described[] {
  const kind = kindOf(element.kind)
  const fields: readonly (readonly [string, Field])[] = [...Object.entries(kind?.fields ?? {}), ...Object.entries(commonFields)]
  const rows: Described[] = []
  if (element.code !== undefined) rows.push({ field: 'code', label: '编码', value: element.code })
  if (element.owner !== undefined) rows.push({ field: 'owner', label: '所属上级', value: writeReference(element.owner, wording) })
  for (const [field, declared] of fields) {
    const value = element[field]
    if (value !== undefined) rows.push({ field, label: declared.label, value: writeValue(declared, value, wording) })
  }
  return rows
}

export const kindLabel = (kind: string): string => kindOf(kind)?.label ?? kind

/** `名称（编码）`, as references are written everywhere. */
export const titleOf = ({ name, code }: Element): string => (code === undefined ? name : `${name}（${code}）`)
