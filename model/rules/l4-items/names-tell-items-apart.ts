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
  *check({ id, lead, name }, view) {
    if (lead === undefined) return
    const { bearers, near } = alikeIn(lead, view)
    const fold = foldName(name)
    const others = [fold, ...(near.get(fold) ?? [])].flatMap(one => bearers.get(one) ?? []).filter(other => other !== id)
    if (fold !== '' && others.length > 0) yield { field: 'name', values: namesOf(others, view) }
  },
})

/** Items of one department by folded name, and names that are near each other. */
interface Alike {
  readonly bearers: ReadonlyMap<string, readonly ElementId[]>
  readonly near: ReadonlyMap<string, readonly string[]>
}

/** One comparison of all names of a department serves all its items; lookups stand for one state of the document. */
const known = new WeakMap<Lookups, Map<ElementId, Alike>>()

function alikeIn(lead: ElementId, view: View): Alike {
  const byLead = known.get(view.lookups) ?? new Map<ElementId, Alike>()
  known.set(view.lookups, byLead)
  const found = byLead.get(lead) ?? compared(lead, view)
  byLead.set(lead, found)
  return found
}

function compared(lead: ElementId, view: View): Alike {
  const bearers = new Map<string, ElementId[]>()
  for (const { from } of view.lookups.referrersOf(lead, 'item', 'lead')) add(bearers, foldName(view.get(from)?.name ?? ''), from)
  // Sorted, so that what is near comes out in one order however the document came about.
  const names = [...bearers.keys()].filter(name => name !== '').sort()
  const near = new Map<string, string[]>()
  for (const { a, b } of nearPairs(names, thresholdIn(view, 'similarNames') / 100)) {
    add(near, names[a] ?? '', names[b] ?? '')
    add(near, names[b] ?? '', names[a] ?? '')
  }
  for (const others of near.values()) others.sort()
  return { bearers, near }
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
