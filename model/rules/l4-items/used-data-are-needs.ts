import { operandsOf } from '../../method/operands.ts'
import type { View } from '../../method/define-fact.ts'
import { membersIn } from '../../method/reading.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Data that steps, materials or indicators of an item use belong among its needs, or its readiness says too much. */
export const usedDataAreNeeds = defineRule({
  id: 'CHK-L4-NEEDGAP',
  severity: 'info',
  step: 'L4',
  on: ['item'],
  source: `${norms.plan}（SR-L3）`,
  looksAt: [
    ['by step item', 'inputs', 'materials'],
    { named: 'by step item > ref inputs' },
    ['by step item > ref materials', 'dataItems'],
    { named: 'by step item > ref materials > ref dataItems' },
    ['ref materials', 'dataItems'],
    { named: 'ref materials > ref dataItems' },
    ['by indicator items', 'formula', 'dataItems'],
    { named: 'by indicator items > ref formula' },
    { named: 'by indicator items > ref dataItems' },
  ],
  *check(item, view) {
    const missing = missingNeeds(item, view)
    if (missing.length > 0) yield { field: 'needs', values: namesOf(missing, view) }
  },
  fix: (item, view) => [{ set: item.id, fields: { needs: [...new Set([...(item.needs ?? []), ...missingNeeds(item, view)])].sort() } }],
})

/** Data used around an item that its needs do not list, sorted by id. */
function missingNeeds(
  item: { readonly id: ElementId; readonly needs?: readonly string[]; readonly materials?: readonly string[] },
  view: View,
): readonly ElementId[] {
  const steps = view.lookups.referrersOf(item.id, 'step', 'item').map(one => view.get(one.from))
  const indicators = view.lookups.referrersOf(item.id, 'indicator', 'items').map(one => view.get(one.from))
  const materials = [...(item.materials ?? []), ...steps.flatMap(step => membersIn(step, 'materials'))]
  const used = new Set([
    ...steps.flatMap(step => membersIn(step, 'inputs')),
    ...materials.flatMap(id => membersIn(view.get(id), 'dataItems')),
    ...indicators.flatMap(indicator => (indicator ? dataOf(indicator, view) : [])),
  ])
  for (const id of item.needs ?? []) used.delete(id)
  return [...used].sort()
}

/** Data an indicator names itself; what operand indicators use is theirs. */
const dataOf = (indicator: Element, view: View): readonly ElementId[] => [
  ...membersIn(indicator, 'dataItems'),
  ...operandsOf(indicator).flatMap(({ id }) => (id !== undefined && view.get(id)?.kind === 'dataItem' ? [id] : [])),
]
