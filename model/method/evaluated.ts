import {
  type Environment,
  type Evaluation,
  evaluate,
  type Formula,
  parse,
  type Rational,
  readRational,
  type SampleRecord,
} from '../formula/index.ts'
import { withIds } from '../formula/with-ids.ts'
import type { Element, ElementId, FormulaText, Line } from '../schema/element.ts'
import type { View } from './define-fact.ts'
import { refIn, textIn } from './reading.ts'

/** How many periods of an indicator a year has. */
const periodsPerYear: { readonly [period: string]: number } = {
  daily: 365,
  weekly: 52,
  monthly: 12,
  quarterly: 4,
  halfYearly: 2,
  yearly: 1,
}

/** The value of an indicator from the samples and sample records that stand on it and on those below it. Source: contracts C4.8. */
export function evaluated(indicator: Element, view: View, offset = 0, above: ReadonlySet<ElementId> = new Set()): Evaluation {
  const tree = treeOf(indicator)
  if (tree === undefined || above.has(indicator.id)) return { missing: [{ call: indicator.name, offset }], problems: [] }
  return evaluate(tree, environmentOf(indicator, view, new Set([...above, indicator.id])), offset)
}

/** The formula with the ids its names were bound to; undefined without a formula that can be read. */
export function treeOf(indicator: Element): Formula | undefined {
  const formula = indicator['formula'] as FormulaText | undefined
  if (formula === undefined) return undefined
  const { tree, problems } = parse(formula.text)
  return tree === undefined || problems.length > 0
    ? undefined
    : withIds(tree, new Map((formula.refs ?? []).map(({ name, id }) => [name, id] as const)))
}

function environmentOf(indicator: Element, view: View, above: ReadonlySet<ElementId>): Environment {
  const samples = samplesOf(indicator)
  const records = recordsOf(indicator)
  return {
    sample: (call, offset) => samples.get(`${offset} ${call}`),
    kindOf(id) {
      const kind = view.get(id)?.kind
      return kind === 'dataItem' || kind === 'indicator' ? kind : undefined
    },
    indicator(id, offset) {
      const operand = view.get(id)
      return operand === undefined ? { missing: [{ call: id, offset }], problems: [] } : evaluated(operand, view, offset, above)
    },
    resourceOf: dataItem => refIn(view.get(dataItem), 'resource'),
    records: resource => records.get(resource),
    periodsPerYear: periodsPerYear[textIn(indicator, 'period')] ?? 1,
    period: periodsPerYear[textIn(indicator, 'period')] ?? 1,
  }
}

function samplesOf(indicator: Element): ReadonlyMap<string, Rational> {
  const samples = new Map<string, Rational>()
  for (const { call, offset, value } of linesOf(indicator, 'samples')) {
    const number = readRational(String(value ?? ''))
    if (number) samples.set(`${Number(offset ?? 0)} ${String(call)}`, number)
  }
  return samples
}

function recordsOf(indicator: Element): ReadonlyMap<string, readonly SampleRecord[]> {
  const tables = new Map<string, Map<string, Map<string, string>>>()
  for (const { resource, row, dataItem, value } of linesOf(indicator, 'records')) {
    const table = tables.get(String(resource)) ?? new Map<string, Map<string, string>>()
    const record = table.get(String(row)) ?? new Map<string, string>()
    tables.set(String(resource), table.set(String(row), record.set(String(dataItem), String(value ?? ''))))
  }
  return new Map(Array.from(tables, ([resource, table]) => [resource, [...table.values()]] as const))
}

const linesOf = (indicator: Element, field: string): readonly Line[] => (indicator[field] as readonly Line[] | undefined) ?? []
