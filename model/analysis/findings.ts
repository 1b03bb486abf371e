import { naturalCompare } from '../base/text.ts'
import { type Finding, ruleFacts } from '../rules/index.ts'
import { isWaived } from '../rules/waivers.ts'
import { type Analysis, viewIn } from './analyse.ts'

/** A finding, and whether a waiver silences it today. */
export type OpenFinding = Finding & { readonly waived: boolean }

const rank = { error: 0, warning: 1, info: 2 } as const

/** Every finding of a document: worst first, then by rule, then in natural order of the elements' codes. */
export function findingsOf(analysis: Analysis): OpenFinding[] {
  const view = viewIn(analysis)
  const found: OpenFinding[] = []
  for (const fact of ruleFacts)
    for (const findings of (analysis.values.get(fact.id)?.values() ?? []) as Iterable<readonly Finding[]>)
      for (const finding of findings) found.push({ ...finding, waived: isWaived(finding, view, analysis.today) })
  const code = (finding: Finding): string => view.get(finding.element)?.code ?? view.get(finding.element)?.name ?? ''
  return found.sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      naturalCompare(a.rule, b.rule) ||
      naturalCompare(code(a), code(b)) ||
      naturalCompare(a.element, b.element),
  )
}
