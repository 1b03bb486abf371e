import { refIn } from '../../method/reading.ts'
import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** One thing for the citizen is several departments behind the counter, and shows what it saves. */
export const oneThingJoinsDepartments = defineRule({
  id: 'CHK-X-ONE',
  severity: 'info',
  step: 'X',
  on: ['scene'],
  source: norms.oneThing,
  looksAt: [thresholdSettings, ['ref items', 'lead'], ['owned scene', 'items'], ['owned scene > ref items', 'lead']],
  *check(scene, view) {
    if (scene.oneThing !== true || scene.owner !== undefined) return
    if (scene.lead === undefined) yield { field: 'lead', values: { case: 'lead' } }
    if (scene.partners === undefined) yield { field: 'partners', values: { case: 'partners' } }
    const parts = view.lookups.ownedBy(scene.id, 'scene').flatMap(id => membersIn(view.get(id), 'items'))
    const leads = [...(scene.items ?? []), ...parts].flatMap(id => refIn(view.get(id), 'lead') ?? [])
    const departments = new Set([...leads, ...(scene.partners ?? []), ...(scene.lead === undefined ? [] : [scene.lead])])
    const least = thresholdIn(view, 'oneThingDepartments')
    if (departments.size < least) yield { values: { case: 'departments', count: departments.size, least } }
    const compared = (scene.effects ?? []).filter(line => line['before'] !== undefined && line['after'] !== undefined)
    if (compared.length === 0) yield { field: 'effects', values: { case: 'effects' } }
  },
})
