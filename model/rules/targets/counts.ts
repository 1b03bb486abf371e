import type { View } from '../../method/define-fact.ts'
import { membersIn, refIn } from '../../method/reading.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import type { Found } from '../define-rule.ts'

/** What these targets count is few: core businesses with what is below them, scenes with their items. Read anew after every edit. */
export const countReadings = ['totals'] as const

/** Core businesses of 党政机关整体智治 in a main domain, and how many of them are taken apart down to an item. Scope of T06 and T07. */
export function eventGroups(view: View): { readonly built: number; readonly total: number } {
  const businesses = [...view.lookups.allOf('coreBusiness')].map(view.get).filter(one => one !== undefined)
  const counted = businesses.filter(one => one['application'] === 'partyGovHolisticGovernance' && one['domain'] !== undefined)
  return { built: counted.filter(one => hasItem(one.id, view)).length, total: counted.length }
}

const hasItem = (business: ElementId, { lookups }: View): boolean =>
  lookups.ownedBy(business, 'module').some(module => lookups.ownedBy(module, 'unit').some(unit => lookups.ownedBy(unit, 'item').length > 0))

/** How the rate of event groups falls short of a target in percent. */
export function* eventGroupsBelow(target: number, view: View): Iterable<Found> {
  const { built, total } = eventGroups(view)
  const rate = total === 0 ? 0 : Math.floor((built * 10_000) / total) / 100
  if (total > 0 && rate < target) yield { values: { rate: rate.toFixed(2), target, built, total } }
}

/** Scenes of several departments and businesses; undefined where no core business belongs to 数字社会, the scope of T26 and T27. */
export function crossApplications(view: View): number | undefined {
  const isInScope = [...view.lookups.allOf('coreBusiness')].some(id => view.get(id)?.['application'] === 'digitalSociety')
  if (!isInScope) return undefined
  return [...view.lookups.allOf('scene')].filter(id => isCross(view.get(id), view)).length
}

/** Whether a scene that is no part of another joins two departments and two items. */
function isCross(scene: Element | undefined, view: View): boolean {
  if (scene === undefined || scene.owner !== undefined) return false
  const parts = [scene, ...view.lookups.ownedBy(scene.id, 'scene').map(view.get)]
  const items = new Set(parts.flatMap(part => membersIn(part, 'items')))
  const leads = [...items].flatMap(id => refIn(view.get(id), 'lead') ?? [])
  const lead = refIn(scene, 'lead')
  const departments = new Set([...leads, ...membersIn(scene, 'partners'), ...(lead === undefined ? [] : [lead])])
  return items.size > 1 && departments.size > 1
}

/** How many cross-department applications are missing to a target. */
export function* applicationsBelow(target: number, view: View): Iterable<Found> {
  const count = crossApplications(view)
  if (count !== undefined && count < target) yield { values: { count, target } }
}
