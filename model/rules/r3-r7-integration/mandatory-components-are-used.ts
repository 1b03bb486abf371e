import type { View } from '../../method/define-fact.ts'
import type { ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Applications of the reform use the mandatory components. */
export const mandatoryComponentsAreUsed = defineRule({
  id: 'CHK-R7-COMPONENT',
  severity: 'warning',
  step: 'R7',
  on: ['system'],
  source: `${norms.plan}：强制类组件`,
  looksAt: [['all component', 'obligation'], { named: 'all component' }],
  *check(system, view) {
    const missing = missingComponents(system, view)
    if (missing.length > 0) yield { field: 'components', values: namesOf(missing, view) }
  },
  fix: (system, view) => [
    { set: system.id, fields: { components: [...(system.components ?? []), ...missingComponents(system, view)].sort() } },
  ],
})

/** Mandatory components that a target system does not use, sorted by id. */
function missingComponents(
  { target, components }: { readonly target?: boolean; readonly components?: readonly string[] },
  { get, lookups }: View,
): readonly ElementId[] {
  if (target !== true) return []
  const mandatory = [...lookups.allOf('component')].filter(id => get(id)?.['obligation'] === 'mandatory')
  return mandatory.filter(id => !components?.includes(id)).sort()
}
