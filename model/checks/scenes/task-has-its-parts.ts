import { labelOf } from '../../code-lists/index.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A major task has its task list with responsible units and four systems. */
export const taskHasItsParts = defineRule({
  id: 'CHK-X-TASK',
  severity: 'warning',
  step: 'X',
  on: ['majorTask'],
  source: '总体方案：重大任务',
  looksAt: [['owned']],
  *check(task, view) {
    const lines = (task['tasks'] as readonly { readonly organisation?: string }[] | undefined) ?? []
    const systems = new Set(view.lookups.ownedBy(task.id, 'measure').map(id => textIn(view.get(id), 'system')))
    const missing = [
      ...(lines.length === 0 || lines.some(line => line.organisation === undefined) ? ['任务清单（含责任单位）'] : []),
      ...['workSystem', 'policySystem', 'evaluationSystem'].filter(one => !systems.has(one)).map(one => labelOf('fourSystems', one)),
    ]
    if (missing.length > 0) yield { values: { missing } }
  },
})
