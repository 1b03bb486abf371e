import { labelOf } from '../../code-lists/index.ts'
import type { View } from '../../method/define-fact.ts'
import { membersIn, textIn } from '../../method/reading.ts'
import type { Element } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Items of one share type make the resource of that type; different ones make it conditional. */
export const resourceSharesLikeItsItems = defineRule({
  id: 'CHK-R1-ROLLUP',
  severity: 'error',
  step: 'R1',
  on: ['resource'],
  source: norms.catalogue,
  looksAt: [
    ['ref items', 'shareType'],
    ['by dataItem resource', 'shareType'],
  ],
  *check(resource, view) {
    const expected = typeOfItems(resource, view)
    if (resource.shareType !== undefined && expected !== undefined && resource.shareType !== expected)
      yield {
        field: 'shareType',
        values: { expected: labelOf('shareType', expected), stated: labelOf('shareType', resource.shareType) },
      }
  },
  fix: (resource, view) => [{ set: resource.id, fields: { shareType: typeOfItems(resource, view) } }],
})

/** The share type that follows from the items; undefined while none of them has one. */
function typeOfItems(resource: Pick<Element, 'id' | 'kind' | 'name'>, { get, lookups }: View): string | undefined {
  const items = new Set([...membersIn(resource, 'items'), ...lookups.referrersOf(resource.id, 'dataItem', 'resource').map(one => one.from)])
  const types = new Set([...items].flatMap(id => textIn(get(id), 'shareType') || []))
  const [first, ...others] = types
  return others.length === 0 ? first : 'conditional'
}
