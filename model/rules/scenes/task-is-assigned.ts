import { labelOf } from '../../code-lists/index.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

const systems = ['indicatorSystem', 'workSystem', 'policySystem', 'evaluationSystem'] as const

/** A major task has a list with who does what, the four systems, and its place in the chain of execution. */
export const taskIsAssigned = defineRule({
  id: 'CHK-X-TASK',
  severity: 'warning',
  step: 'X',
  on: ['majorTask'],
  source: `${norms.plan}：重大任务`,
  looksAt: [['owned measure', 'system']],
  *check(task, { get, lookups }) {
    if (task.tasks === undefined) yield { field: 'tasks', values: { case: 'list' } }
    const nobody = (task.tasks ?? []).flatMap(line => (line['organisation'] === undefined ? [String(line['name'] ?? '')] : []))
    if (nobody.length > 0) yield { field: 'tasks', values: { case: 'organisation', names: nobody } }
    const served = new Set(lookups.ownedBy(task.id, 'measure').map(id => refIn(get(id), 'system')))
    const covered = (system: string): boolean => served.has(system) || (system === 'indicatorSystem' && task.indicators !== undefined)
    const bare = systems.filter(system => !covered(system))
    if (bare.length > 0) yield { values: { case: 'systems', missing: bare.map(system => labelOf('fourSystems', system)) } }
    if (task.chainStages === undefined && task.executionActions === undefined) yield { field: 'chainStages', values: { case: 'chain' } }
  },
})
