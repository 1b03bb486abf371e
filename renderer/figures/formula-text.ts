import { parse, print, rename } from '#model/formula/index.ts'
import { withIds } from '#model/formula/with-ids.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue, FormulaText } from '#model/schema/element.ts'
import { type Wording, writeValue } from '#model/wording/index.ts'

/** A formula as typed, but where what it names has another name by now, with that name. */
function formulaText({ text, refs = [] }: FormulaText, { nameOf }: Wording): string {
  const renamed = new Map(
    refs.flatMap(({ name, id }) => {
      const now = nameOf(id)
      return now === undefined || now.name === name || now.code === name ? [] : [[id, now.name] as const]
    }),
  )
  const parsed = renamed.size > 0 ? parse(text) : undefined
  if (!parsed?.tree || parsed.problems.length > 0) return text
  const bound = withIds(parsed.tree, new Map(refs.map(({ name, id }) => [name, id])))
  return print(rename(bound, id => renamed.get(id)))
}

/** The names of elements in place of the ids that stored keys of samples hold. */
const withoutIds = (text: string, { nameOf }: Wording): string =>
  text.replaceAll(/\[#([\w.-]+)\]/gu, (whole, id: string) => nameOf(id)?.name ?? whole)

/** A stored value as people read it, with today's names in formulas. */
export function shownValue(field: Field, value: FieldValue | undefined, wording: Wording): string {
  if (value === undefined) return ''
  if (field.type === 'formula') return formulaText(value as FormulaText, wording)
  const text = writeValue(field, value, wording)
  return field.type === 'lines' ? withoutIds(text, wording) : text
}
