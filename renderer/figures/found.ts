import { naturalCompare } from '#model/base/text.ts'
import { type Finding, ruleFacts, type Severity } from '#model/rules/index.ts'
import { isWaived } from '#model/rules/waivers.ts'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { type Now, once } from '../session/now.ts'
import { kindLabel, titleOf, whatIsWrong, whatToDo } from './texts.ts'

/** A finding as screens show it. */
export interface Found {
  /** Unlike that of any other finding. */
  readonly key: string
  readonly rule: string
  readonly severity: Severity
  readonly element: string
  readonly kind: string
  readonly title: string
  readonly says: string
  readonly todo: string
  readonly why: string
}

export const severities = ['error', 'warning', 'info'] as const

/** Open findings of one severity and rule, in no order yet. */
interface Pile {
  readonly severity: Severity
  readonly rule: string
  readonly step: Step | 'X'
  readonly findings: Finding[]
}

/** Everything found and not waived, in one pass: sorting and sentences are left to those who show some of it. */
const piles = once((now): readonly Pile[] => {
  const known = new Map<string, Pile>()
  for (const finding of openFindings(now)) {
    const { severity, rule, step } = finding
    const pile = known.get(`${severity} ${rule}`)
    if (pile) pile.findings.push(finding)
    else known.set(`${severity} ${rule}`, { severity, rule, step, findings: [finding] })
  }
  const rank = (one: Pile): number => severities.indexOf(one.severity)
  return [...known.values()].sort((a, b) => rank(a) - rank(b) || naturalCompare(a.rule, b.rule))
})

function* openFindings({ analysis, view }: Now): Iterable<Finding> {
  for (const fact of ruleFacts)
    for (const findings of (analysis.values.get(fact.id)?.values() ?? []) as Iterable<readonly Finding[]>)
      yield* findings.filter(finding => !isWaived(finding, view, analysis.today))
}

/** How many findings there are of each severity. */
export const findingCounts = once((now): { readonly [severity in Severity]: number } => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity, findings } of piles(now)) counts[severity] += findings.length
  return counts
})

export const findingTotal = (now: Now): number => severities.reduce((sum, one) => sum + findingCounts(now)[one], 0)

/** How many a step has: errors and warnings, and all. */
export function countsOfStep(step: Step, now: Now): { readonly problems: number; readonly found: number } {
  let problems = 0
  let found = 0
  for (const pile of piles(now)) {
    if (pile.step !== step) continue
    found += pile.findings.length
    if (pile.severity !== 'info') problems += pile.findings.length
  }
  return { problems, found }
}

/** Which findings are wanted; all where nothing is said. */
export interface Wanted {
  readonly severity?: string
  readonly step?: Step
}

/** The first so many of the findings that are wanted: worst first, then by rule, then in natural order of codes. */
export function findings(now: Now, { severity, step }: Wanted = {}, most = Number.POSITIVE_INFINITY): readonly Found[] {
  const shown: Found[] = []
  const code = ({ element }: Finding): string => now.view.get(element)?.code ?? now.view.get(element)?.name ?? ''
  for (const pile of piles(now)) {
    if (shown.length >= most) break
    if ((severity !== undefined && pile.severity !== severity) || (step !== undefined && pile.step !== step)) continue
    const sorted = [...pile.findings].sort((a, b) => naturalCompare(code(a), code(b)) || naturalCompare(a.element, b.element))
    for (const finding of sorted.slice(0, most - shown.length)) shown.push(foundOf(finding, now, shown.length))
  }
  return shown
}

function foundOf(finding: Finding, now: Now, index: number): Found {
  const { rule, severity, kind } = finding
  const element = now.view.get(finding.element)
  return {
    key: `${rule} ${finding.element} ${index}`,
    rule,
    severity,
    element: finding.element,
    kind: kindLabel(kind),
    title: element ? titleOf(element) : '',
    says: whatIsWrong(finding, element),
    todo: whatToDo(rule),
    why: text(`${rule}/why`),
  }
}

const byElement = once(
  (now): ReadonlyMap<string, readonly Finding[]> =>
    grouped(
      piles(now).flatMap(one => one.findings),
      one => one.element,
    ),
)

/** What was found at an element. */
export const findingsAt = (now: Now, id: string): readonly Found[] =>
  (byElement(now).get(id) ?? []).map((finding, index) => foundOf(finding, now, index))

/** How much was found at an element, without the sentences. */
export const countAt = (now: Now, id: string, severity: Severity): number =>
  byElement(now)
    .get(id)
    ?.filter(one => one.severity === severity).length ?? 0

export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
