import { textIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import type { Loss } from '../define-exporter.ts'
import { distinctName, namelessName, type TechnicalName, technicalName } from '../writing/technical-name.ts'

/** What is to be named: the name its makers gave it, and what stands in where they gave none. */
export interface ToName {
  readonly element: Element
  /** The field that holds the declared name. */
  readonly field: string
  readonly declared: string
  readonly else: readonly string[]
}

/** A data item is called as it says in English. */
export const dataItemToName = (element: Element): ToName => ({
  element,
  field: 'english',
  declared: textIn(element, 'english'),
  else: [element.name, element.code ?? ''],
})

/** Names of one space, each once also after folding to lower case; names that had to be made up or changed are losses. */
export function nameAll(all: readonly ToName[], losses: Loss[], taken: Set<string> = new Set()): ReadonlyMap<ElementId, TechnicalName> {
  const names = new Map<ElementId, TechnicalName>()
  for (const one of all) {
    const name = free(wanted(one), one.element.id, taken)
    for (const key of keysOf(name)) taken.add(key)
    names.set(one.element.id, name)
    const { id: element } = one.element
    const became = name.json
    if (one.declared === '') losses.push({ code: 'name-made', element, field: one.field, became })
    else if (one.declared !== became) losses.push({ code: 'name-changed', element, field: one.field, became })
  }
  return names
}

/** What a name takes in its space: both spellings, folded. `k2` and `k_2` are two names in SQL and one in JSON. */
export const keysOf = ({ sql, json }: TechnicalName): readonly string[] => [sql, `json ${json.toLowerCase()}`]

function wanted({ element, declared, else: others }: ToName): TechnicalName {
  for (const text of [declared, ...others]) {
    const name = technicalName(text, element.id)
    if (name) return name
  }
  return namelessName(element.id)
}

function free(name: TechnicalName, id: ElementId, taken: ReadonlySet<string>): TechnicalName {
  let found = name
  for (let length = 4; keysOf(found).some(key => taken.has(key)); length += 4) found = distinctName(name, id, length)
  return found
}
