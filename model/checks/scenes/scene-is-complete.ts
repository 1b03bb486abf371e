import { sceneKind } from '../../kinds/scene.ts'
import { membersIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A sub-scene says domain, items, indicators, collaborations and data. */
export const sceneIsComplete = defineRule({
  id: 'CHK-X-SCENE',
  severity: 'warning',
  step: 'X',
  on: ['scene'],
  source: '总体方案：多跨场景方法',
  looksAt: [['owned']],
  *check(scene, { lookups }) {
    if (lookups.ownedBy(scene.id, 'scene').length > 0) return
    const missing = (['items', 'indicators', 'collaborations', 'dataItems'] as const)
      .filter(field => membersIn(scene, field).length === 0)
      .map(field => sceneKind.fields[field].label)
    const domain = textIn(scene, 'domain') === '' && textIn(scene, 'domainText') === '' ? ['领域'] : []
    if (missing.length + domain.length > 0) yield { values: { missing: [...domain, ...missing] } }
  },
})
