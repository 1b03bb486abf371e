import type { Gains } from '#model/method/simulate.ts'
import { breakthroughPlan, type PlanStep } from '#model/method/plan.ts'
import { text } from '#words/index.ts'
import { titleOf } from '../output/describe.ts'
import type { Opened } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

/** Which services to connect, in the order that makes the most items ready soonest. Source: contracts C8. */
export function plan(opened: Opened): Outcome {
  const { steps, unplanned } = breakthroughPlan(opened.view())
  const nameOf = (id: string | undefined): string | null => (id === undefined ? null : (opened.get(id)?.name ?? null))
  const json = steps.map(step => ({
    rank: step.rank,
    service: step.service.id,
    name: step.service.name,
    organisation: nameOf(step.organisation),
    requirements: step.requirements.map(id => ({ id, name: nameOf(id) })),
    gains: step.gains,
    cumulative: step.cumulative,
    ...(step.blockedBy ? { blockedBy: step.blockedBy } : {}),
  }))
  return {
    json: { steps: json, unplanned: unplanned.map(id => ({ id, name: nameOf(id) })) },
    text: [
      printSteps(steps, opened),
      ...(unplanned.length > 0
        ? [text('cli/unplanned', { count: unplanned.length }), ...unplanned.map(id => `  • ${nameOf(id) ?? id}`)]
        : []),
    ].join('\n'),
  }
}

export function printSteps(steps: readonly PlanStep[], opened: Opened): string {
  const rows = steps.map(step => [
    String(step.rank),
    titleOf(step.service),
    step.organisation === undefined ? '' : (opened.get(step.organisation)?.name ?? ''),
    String(step.gains.requirements),
    gainsText(step.gains),
    step.blockedBy ? text('cli/blocked') : '',
  ])
  return table(
    [
      { title: '#', align: 'right' },
      { title: text('cli/service'), most: 40 },
      { title: text('cli/provider'), most: 30 },
      { title: text('cli/requirements'), align: 'right' },
      { title: text('cli/gains') },
      { title: '' },
    ],
    rows,
  )
}

/** What becomes ready, only what is more than none. */
export function gainsText(gains: Gains): string {
  const parts = (['items', 'indicators', 'units', 'modules', 'systems'] as const).flatMap(kind =>
    gains[kind] > 0 ? [text(`cli/gain-${kind}`, { count: gains[kind] })] : [],
  )
  return parts.length > 0 ? parts.join('、') : '—'
}
