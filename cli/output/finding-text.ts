import type { Finding } from '#model/rules/index.ts'
import type { Element } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import { titleOf } from './describe.ts'

/** The sentence for a finding: what is wrong, where, and what to do. */
export function findingText({ rule, values }: Pick<Finding, 'rule' | 'values'>, element: Element | undefined): string {
  const { problem } = values
  return text(rule, {
    name: element ? titleOf(element) : '',
    ...values,
    ...(typeof problem === 'string' ? { problem: text(`formula/${problem}`) || problem } : {}),
  })
}
