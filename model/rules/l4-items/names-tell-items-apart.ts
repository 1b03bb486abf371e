import { foldName } from '../../derive/search/fold-name.ts'
import type { Lookups } from '../../document/lookups.ts'
import type { View } from '../../method/define-fact.ts'
import { nearPairs } from '../../method/similar/near-names.ts'
import type { ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** Two items of one department with nearly one name are mostly one item listed twice. */
export const namesTellItemsApart = defineRule({
  id: 'CHK-L4-DUP',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.duplicates,
  looksAt: [['ref lead > by item lead', 'name'], thresholdSettings],
  *check({ id, lead }, view) {
    const alike = lead === undefined ? undefined : alikeIn(lead, view).get(id)
    if (alike) yield { field: 'name', values: namesOf(alike, view) }
  },
})

type Alike = ReadonlyMap<ElementId, readonly ElementId[]>

/** One comparison of all names of a department serves all its items; lookups stand for one state of the document. */
const known = new WeakMap<Lookups, Map<ElementId, Alike>>()

function alikeIn(lead: ElementId, view: View): Alike {
  const byLead = known.get(view.lookups) ?? new Map<ElementId, Alike>()
  known.set(view.lookups, byLead)
  const found = byLead.get(lead) ?? compared(lead, view)
  byLead.set(lead, found)
  return found
}

/** Items whose names are alike, each with the others, sorted by id. */
function compared(lead: ElementId, view: View): Alike {
  const items = view.lookups.referrersOf(lead, 'item', 'lead').map(one => one.from)
  const folded = items.map(id => foldName(view.get(id)?.name ?? ''))
  const alike = new Map<ElementId, ElementId[]>()
  const note = (a: number, b: number): void => {
    const [one, other] = [items[a], items[b]]
    if (one === undefined || other === undefined) return
    alike.set(one, [...(alike.get(one) ?? []), other].sort())
    alike.set(other, [...(alike.get(other) ?? []), one].sort())
  }
  const places = Map.groupBy(folded.keys(), place => folded[place] ?? '')
  const distinct = [...places.keys()].filter(name => name !== '')
  for (const name of distinct) for (const [a, b] of pairsWithin(places.get(name) ?? [])) note(a, b)
  for (const { a, b } of nearPairs(distinct, thresholdIn(view, 'similarNames') / 100))
    for (const one of places.get(distinct[a] ?? '') ?? []) for (const other of places.get(distinct[b] ?? '') ?? []) note(one, other)
  return alike
}

function* pairsWithin(places: readonly number[]): Iterable<readonly [number, number]> {
  for (const [index, a] of places.entries()) for (const b of places.slice(index + 1)) yield [a, b]
}
