import { unresolvedIn } from '../../derive/unresolved-names.ts'
import { loops, parse } from '../../formula/index.ts'
import type { View } from '../../method/define-fact.ts'
import { operandsOf } from '../../method/operands.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** An indicator has a formula, the formula can be read, its names mean something, and it does not lead back to itself. */
export const formulaCanBeRead = defineRule({
  id: 'CHK-L7-FORMULA',
  severity: 'error',
  step: 'L7',
  on: ['indicator'],
  source: norms.indicatorSheet,
  looksAt: [['awaited', 'name', 'code'], ['every ref formula', 'formula'], { named: 'every ref formula' }],
  *check(indicator, view) {
    const { formula } = indicator
    if (formula === undefined) {
      yield { field: 'formula', values: { case: 'missing' } }
      return
    }
    const [problem] = parse(formula.text).problems
    if (problem) yield { field: 'formula', values: { case: 'unreadable', problem: problem.code, at: problem.at + 1 } }
    const open = [...new Set(unresolvedIn(indicator))]
    const several = open.filter(name => meaningsOf(name, view) > 1)
    const unknown = open.filter(name => !several.includes(name))
    if (unknown.length > 0) yield { field: 'formula', values: { case: 'unknown', names: unknown } }
    if (several.length > 0) yield { field: 'formula', values: { case: 'several', names: several } }
    const loop = loopFrom(indicator.id, view)
    if (loop) yield { field: 'formula', values: { case: 'loop', path: loop.map(id => nameOf(id, view)).join(' → ') } }
  },
})

/** How many data items and indicators bear a name. */
function meaningsOf(name: string, { get, lookups }: View): number {
  const bearers = new Set([...lookups.named(name), ...lookups.coded(name)])
  return [...bearers].filter(id => isOperand(get(id))).length
}

const isOperand = (element: Element | undefined): boolean => element?.kind === 'dataItem' || element?.kind === 'indicator'

/** A loop through an indicator, said once: at the indicator whose id comes first. */
function loopFrom(id: ElementId, { get }: View): readonly ElementId[] | undefined {
  const operands = (of: ElementId): readonly ElementId[] => {
    const element = get(of)
    if (element?.kind !== 'indicator') return []
    return operandsOf(element).flatMap(one => (one.id === undefined ? [] : [one.id]))
  }
  return loops([id], operands).find(path => path[0] === id)
}
