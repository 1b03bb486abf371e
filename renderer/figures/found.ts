import { findingsOf } from '#model/analysis/index.ts'
import type { Severity } from '#model/rules/index.ts'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { once } from '../session/now.ts'
import { kindLabel, titleOf, whatIsWrong, whatToDo } from './texts.ts'

/** A finding as screens show it. */
export interface Found {
  /** Unlike that of any other finding. */
  readonly key: string
  readonly rule: string
  readonly severity: Severity
  readonly element: string
  readonly step: Step | 'X'
  readonly kind: string
  readonly title: string
  readonly says: string
  readonly todo: string
  readonly why: string
}

export const severities = ['error', 'warning', 'info'] as const

/** Every open finding, worst first; waived ones are left out. */
export const findings = once((now): readonly Found[] =>
  findingsOf(now.analysis)
    .filter(one => !one.waived)
    .map((one, index) => {
      const element = now.view.get(one.element)
      return {
        key: `${one.rule} ${one.element} ${index}`,
        rule: one.rule,
        severity: one.severity,
        element: one.element,
        step: one.step,
        kind: kindLabel(one.kind),
        title: element ? titleOf(element) : '',
        says: whatIsWrong(one, element),
        todo: whatToDo(one.rule),
        why: text(`${one.rule}/why`),
      }
    }),
)

/** How many findings there are of each severity. */
export const findingCounts = once((now): { readonly [severity in Severity]: number } => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings(now)) counts[severity]++
  return counts
})

/** Findings by the element they are at. */
export const findingsAt = once((now): ReadonlyMap<string, readonly Found[]> => grouped(findings(now), one => one.element))

export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
