import { parse, references } from '../formula/index.ts'
import type { Element, ElementId, FormulaText } from '../schema/element.ts'
import { membersIn } from './reading.ts'

/** A name in a formula: what it means, and whether it stands only in a filter. */
export interface Operand {
  readonly name: string
  /** Absent while the name means nothing. */
  readonly id?: ElementId
  readonly inFilter: boolean
}

const none: readonly never[] = []

/** Formulas are frozen values: one parse per value serves everybody. */
const parsed = new WeakMap<FormulaText, readonly Operand[]>()

/** The operands of an indicator's formula, filters included, in the order of the text. */
export function operandsOf(indicator: Element): readonly Operand[] {
  const formula = indicator['formula'] as FormulaText | undefined
  if (formula === undefined) return none
  const known = parsed.get(formula)
  if (known) return known
  const ids = new Map((formula.refs ?? []).map(reference => [reference.name, reference.id] as const))
  const { tree } = parse(formula.text)
  const operands = (tree === undefined ? [] : references(tree)).map(({ name, inFilter }): Operand => {
    const id = ids.get(name)
    return id === undefined ? { name, inFilter } : { name, id, inFilter }
  })
  parsed.set(formula, operands)
  return operands
}

/** Data items that stand only in filters of the formula. */
export function filtersOf(indicator: Element): ReadonlySet<ElementId> {
  const filters = new Set<ElementId>()
  const outside = new Set<ElementId>()
  for (const { id, inFilter } of operandsOf(indicator)) if (id !== undefined) (inFilter ? filters : outside).add(id)
  for (const id of outside) filters.delete(id)
  return filters
}

/** Everything an indicator rests on, directly and through operand indicators. */
export interface Closure {
  readonly dataItems: ReadonlySet<ElementId>
  /** Data items of its own formula or text, and operand indicators of its own formula. */
  readonly ownDataItems: readonly ElementId[]
  readonly operands: readonly ElementId[]
  readonly cyclic: boolean
  readonly unresolved: boolean
  readonly ownUnresolved: boolean
}

interface Direct {
  readonly dataItems: readonly ElementId[]
  readonly indicators: readonly ElementId[]
  readonly unresolved: boolean
}

/** What the formula names, and the data of a caliber that no formula says yet (contracts C6.5: kits in prose). */
function directOf(indicator: Element, get: (id: ElementId) => Element | undefined): Direct {
  const dataItems = new Set<ElementId>(membersIn(indicator, 'dataItems'))
  const indicators = new Set<ElementId>()
  let unresolved = false
  for (const { id } of operandsOf(indicator)) {
    const kind = id === undefined ? undefined : get(id)?.kind
    if (id !== undefined && kind === 'dataItem') dataItems.add(id)
    else if (id !== undefined && kind === 'indicator') indicators.add(id)
    else unresolved = true
  }
  return { dataItems: [...dataItems], indicators: [...indicators], unresolved }
}

/** Walks the formulas below an indicator; a formula that leads back to the indicator, or a loop further down, makes it cyclic. */
export function closureOf(indicator: Element, get: (id: ElementId) => Element | undefined): Closure {
  const own = directOf(indicator, get)
  const dataItems = new Set(own.dataItems)
  const open = new Set<ElementId>([indicator.id])
  const closed = new Set<ElementId>()
  let unresolved = own.unresolved
  let cyclic = false
  const visit = (id: ElementId): void => {
    if (open.has(id)) cyclic = true
    if (open.has(id) || closed.has(id)) return
    const element = get(id)
    if (element === undefined) return
    open.add(id)
    const direct = directOf(element, get)
    for (const one of direct.dataItems) dataItems.add(one)
    unresolved ||= direct.unresolved || (direct.dataItems.length === 0 && direct.indicators.length === 0)
    for (const one of direct.indicators) visit(one)
    open.delete(id)
    closed.add(id)
  }
  for (const id of own.indicators) visit(id)
  return { dataItems, ownDataItems: own.dataItems, operands: own.indicators, cyclic, unresolved, ownUnresolved: own.unresolved }
}
