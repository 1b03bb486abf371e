import { keysAfter } from '#model/base/order-key.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Activity } from './activities.ts'
import type { KitElement } from './gather.ts'
import { idKey } from './ids.ts'
import type { Put } from './put.ts'

interface Need extends Activity {
  readonly sheet: string
  readonly data: Set<ElementId>
}

/** Activities become items under a unit per sheet, and need the data that are gathered in them. Gives how many there are. */
export function addActivities(put: Put, name: string, dataItems: ReadonlyMap<KitElement, ElementId>): number {
  const needs = new Map<string, Need>()
  for (const [one, dataItem] of dataItems)
    for (const activity of one.activities) {
      const key = activity.code === '' ? activity.name.toLowerCase() : idKey(activity.code)
      const need = needs.get(key) ?? { ...activity, sheet: one.sheet, data: new Set<ElementId>() }
      needs.set(key, need)
      need.data.add(dataItem)
    }
  if (needs.size === 0) return 0
  const business = put({ kind: 'coreBusiness', name })
  const module = put({ kind: 'module', name, owner: business, order: keysAfter(undefined, 1)[0] ?? '' })
  const sheets = [...new Set(Array.from(needs.values(), one => one.sheet))]
  const places = keysAfter(undefined, sheets.length)
  const units = new Map(
    sheets.map((sheet, index) => [sheet, put({ kind: 'unit', name: sheet, owner: module, order: places[index] ?? '' })] as const),
  )
  const orders = keysAfter(undefined, needs.size)
  for (const [index, one] of [...needs.values()].entries())
    put({
      kind: 'item',
      name: one.name,
      ...(one.code === '' ? {} : { code: one.code }),
      owner: units.get(one.sheet) ?? module,
      order: orders[index] ?? '',
      needs: [...one.data].sort(),
    })
  return needs.size
}
