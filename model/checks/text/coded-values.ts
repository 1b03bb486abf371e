import { codeListOf } from '../../code-lists/index.ts'
import { kindOf, kinds } from '../../kinds/index.ts'
import type { View } from '../../method/define-fact.ts'
import type { Element, ElementId, Line } from '../../schema/element.ts'

interface CodedValue {
  readonly field: string
  readonly list: string
  readonly value: string
}

/** Values of an element that should stand in a code list. */
export function* codedValues(element: Element): Iterable<CodedValue> {
  for (const [field, { type, list }] of Object.entries(kindOf(element.kind)?.fields ?? {})) {
    const value = element[field]
    if (list === undefined || value === undefined) continue
    if (type === 'choice' && typeof value === 'string') yield { field, list, value }
    if (type === 'choices') for (const one of value as readonly string[]) yield { field, list, value: one }
  }
}

/** Whether a list has a value, as shipped or as the document extends it. */
export function isKnown(list: string, value: string, view: View): boolean {
  if (codeListOf(list)?.values.some(one => one.value === value)) return true
  for (const id of view.lookups.allOf('codeList')) {
    const own = view.get(id)
    if (own?.['extends'] !== list && own?.code !== list) continue
    if (
      ((own['values'] as readonly Line[] | undefined) ?? []).some(
        line => line['value'] === value || line['code'] === value || line['label'] === value,
      )
    )
      return true
  }
  return false
}

/** Every element: a list that changes may concern any of them. */
export function* allElements(view: View): Iterable<ElementId> {
  for (const kind of kinds) yield* view.lookups.allOf(kind.name)
}
