import type { Finding } from '#model/rules/index.ts'
import { kindOf } from '#model/kinds/index.ts'
import { labelOf } from '#model/code-lists/index.ts'
import type { Element } from '#model/schema/element.ts'
import { text } from '#words/index.ts'

export const kindLabel = (kind: string): string => kindOf(kind)?.label ?? kind

/** The name with the code in brackets, as references are written everywhere. */
export const titleOf = ({ name, code }: Element): string => (code === undefined ? name : `${name}（${code}）`)

/** The label of a state of the right leg, or of a reason that stands for one. */
export const stateLabel = (state: string): string => text(`state/${state}`) || labelOf('rightLegStatus', state)

/** What to do about a rule; the command line's wording where the screens have none of their own. */
export const whatToDo = (rule: string): string => text(`screens/do/${rule}`) || text(`${rule}/do`)

/** What a rule found, without what to do about it. */
export function whatIsWrong({ rule, values }: Pick<Finding, 'rule' | 'values'>, element: Element | undefined): string {
  const whole = text(rule, { name: element ? titleOf(element) : '', ...values })
  const advice = text(`${rule}/do`)
  return whole.endsWith(advice) ? whole.slice(0, whole.length - advice.length) : whole
}

/** A share in whole percent, rounded down so that 100 means all; undefined where there is nothing to share. */
export const percentOf = (done: number, total: number): number | undefined => (total === 0 ? undefined : Math.floor((done * 100) / total))
