import type { Finding } from '#model/rules/index.ts'
import type { Element } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import { titleOf } from './describe.ts'

/** The sentence for a finding: what is wrong, where, and what to do. */
export const findingText = ({ rule, values }: Pick<Finding, 'rule' | 'values'>, element: Element | undefined): string =>
  text(rule, { name: element ? titleOf(element) : '', ...values })
