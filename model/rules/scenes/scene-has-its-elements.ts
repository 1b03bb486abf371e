import { labelOf } from '../../code-lists/index.ts'
import { kindOf } from '../../kinds/index.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

const elements = ['domain', 'items', 'indicators', 'collaborations', 'dataItems'] as const
const systems = ['indicatorSystem', 'workSystem', 'policySystem', 'evaluationSystem'] as const

/** A scene has its five elements, in itself or in its parts, and a line in each of the four systems. */
export const sceneHasItsElements = defineRule({
  id: 'CHK-X-SCENE',
  severity: 'warning',
  step: 'X',
  on: ['scene'],
  source: `${norms.plan}：多跨场景`,
  looksAt: [
    ['owned scene', ...elements, 'domainText'],
    ['owned measure', 'system'],
    ['owned scene > owned measure', 'system'],
  ],
  *check(scene, { get, lookups }) {
    if (scene.owner !== undefined) return
    const parts = [scene, ...lookups.ownedBy(scene.id, 'scene').map(get)]
    const has = (field: string): boolean => parts.some(part => part !== undefined && field in part)
    const missing = elements.filter(field => !has(field) && !(field === 'domain' && has('domainText')))
    if (missing.length > 0)
      yield { values: { case: 'elements', missing: missing.map(field => kindOf('scene')?.fields[field]?.label ?? field) } }
    const measures = parts.flatMap(part => lookups.ownedBy(part?.id ?? '', 'measure'))
    const served = new Set(measures.map(id => refIn(get(id), 'system')))
    const bare = systems.filter(system => !served.has(system))
    if (bare.length > 0) yield { values: { case: 'systems', missing: bare.map(system => labelOf('fourSystems', system)) } }
  },
})
