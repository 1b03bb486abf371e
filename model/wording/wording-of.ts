import { codeListOf, labelOf, understand } from '../code-lists/index.ts'
import { compareKey } from '../base/text.ts'
import type { DocumentState } from '../document/lookups.ts'
import type { Element, Line } from '../schema/element.ts'
import type { Labelled, Wording } from './wording.ts'

/** What values mean in a document: its elements, and the shipped code lists with what its own `codeList` elements add. */
export function wordingOf({ snapshot, lookups }: DocumentState): Wording {
  const added = addedValues(Array.from(lookups.allOf('codeList'), id => snapshot.get(id)))
  return {
    nameOf(id) {
      const element = snapshot.get(id)
      return element && { name: element.name, ...(element.code === undefined ? {} : { code: element.code }) }
    },
    resolve(written, kinds) {
      const fits = (id: string): boolean => kinds.includes('*') || kinds.includes(snapshot.get(id)?.kind ?? '')
      const own = snapshot.get(written.trim())
      if (own && fits(own.id)) return [own.id]
      const coded = lookups.coded(written).filter(fits)
      return coded.length > 0 ? coded : lookups.named(written).filter(fits)
    },
    labelOf: (list, value) => added.get(list)?.find(one => one.value === value)?.label ?? labelOf(list, value),
    valueOf(list, written) {
      const key = compareKey(written)
      const own = added.get(list)?.find(one => compareKey(one.value) === key || compareKey(one.label) === key)
      return own?.value ?? understand(list, written)
    },
    labelsOf: list => [...(codeListOf(list)?.values ?? []), ...(added.get(list) ?? [])].map(({ value, label }) => ({ value, label })),
  }
}

/** Values that the document adds, by the list they belong to: a shipped one they extend, else their own by code or id. */
function addedValues(lists: readonly (Element | undefined)[]): ReadonlyMap<string, readonly Labelled[]> {
  const added = new Map<string, Labelled[]>()
  for (const list of lists) {
    if (list === undefined) continue
    const id = typeof list['extends'] === 'string' ? list['extends'] : (list.code ?? list.id)
    const values = ((list['values'] as readonly Line[] | undefined) ?? []).flatMap(line => {
      const value = line['value'] ?? line['code'] ?? line['label']
      return typeof value === 'string' ? [{ value, label: String(line['label'] ?? value) }] : []
    })
    added.set(id, [...(added.get(id) ?? []), ...values])
  }
  return added
}
