import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Demands lead to scenes and scenes to reforms; parts of a scene share its demands and reforms. */
export const threeListsFit = defineRule({
  id: 'CHK-X-3LIST',
  severity: 'warning',
  step: 'X',
  on: ['scene', 'demand', 'reform'],
  source: norms.threeLists,
  looksAt: [
    ['by reform scenes', 'id'],
    ['by scene demands', 'id'],
  ],
  *check(element, { lookups }) {
    switch (element.kind) {
      case 'scene':
        if (element.owner !== undefined) return
        if (element.demands === undefined) yield { field: 'demands', values: { case: 'sceneDemand' } }
        if (lookups.referrersOf(element.id, 'reform', 'scenes').length === 0) yield { values: { case: 'sceneReform' } }
        break
      case 'demand':
        if (lookups.referrersOf(element.id, 'scene', 'demands').length === 0) yield { values: { case: 'demand' } }
        break
      case 'reform':
        if (element.scenes === undefined) yield { field: 'scenes', values: { case: 'reform' } }
        break
    }
  },
})
