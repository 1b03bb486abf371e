import type { Patch } from '../document/draft.ts'
import { type ElementOf, type KindName, kindOf } from '../kinds/index.ts'
import { defineFact, type Edit, type Fact, type View } from '../method/define-fact.ts'
import type { Field } from '../schema/define-field.ts'
import { commonFields, type Step } from '../schema/define-kind.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { compile, type Hop, type Plan, type Reading, watching } from './paths.ts'
import { backwards } from './walk.ts'

export type Severity = 'error' | 'warning' | 'info'

/** What words are filled with: names, labels, counts. `case` chooses among the wordings of one rule. */
export type Values = { readonly [name: string]: string | number | readonly string[] }

/** Something that is wrong but may stay. No text: words stand in `words/` by the rule's id. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly element: ElementId
  readonly kind: string
  readonly step: Step | 'X'
  readonly field?: string
  readonly values: Values
}

/** What a rule found at an element. */
export interface Found {
  readonly field?: string
  readonly values?: Values
}

/** One edit of a fix, for the operations that set fields or add an element. */
export type Fix =
  | { readonly set: ElementId; readonly fields: Patch }
  | { readonly add: KindName; readonly name: string; readonly owner?: ElementId; readonly fields: Patch }

export interface RuleOn<E> {
  /** `CHK-…`, as in the catalogue; stable for ever. */
  readonly id: string
  readonly severity: Severity
  /** The step whose completion it decides; `X` for what belongs to no step. */
  readonly step: Step | 'X'
  readonly on: readonly KindName[]
  /** The norm or clause the rule comes from. */
  readonly source: string
  /** Everything the check reads besides the element itself; what is not said here goes stale, and a test finds it. */
  readonly looksAt?: readonly Reading[]
  check(element: E, view: View): Iterable<Found>
  /** Offered only where one click can be right. */
  fix?(element: E, view: View): readonly Fix[]
}

/** A rule, whatever kinds it is on. */
export type Rule = RuleOn<Element>

/** Each kind by itself, so that `kind` tells them apart. */
type OneOf<K extends KindName> = K extends KindName ? ElementOf<K> : never

/** Declares a rule; `check` gets the element with the fields of its kinds. */
export const defineRule = <const K extends KindName>(rule: RuleOn<OneOf<K>> & { readonly on: readonly K[] }): Rule =>
  // A rule is only ever given elements of the kinds it is on.
  rule

/** The rule as a fact, so that the engine runs it again only for what an edit touched. */
export function asFact(rule: Rule): Fact<readonly Finding[]> {
  const plan = compile(rule.on, rule.looksAt ?? [])
  const fact: Fact<readonly Finding[]> = defineFact<readonly Finding[]>({
    id: rule.id,
    on: rule.on,
    value: (element, view) => findingsAt(rule, element, view),
    touched: edit => concerned(rule, plan, edit, id => edit.before.fact(fact, id) !== undefined),
    *counts(value) {
      yield [`finding/${rule.severity}`, value.length]
    },
  })
  return fact
}

/** Elements an edit concerns: themselves, along what they read, through facts, and for new names alone those that had a finding. */
function* concerned(
  { on }: { readonly on: readonly string[] },
  plan: Plan,
  edit: Edit,
  had: (id: ElementId) => boolean,
): Iterable<ElementId> {
  for (const [id, [before, after]] of edit.delta) {
    if (on.includes(before?.kind ?? '') || on.includes(after?.kind ?? '')) yield id
    for (const { hops, isSaid } of watching(plan, before, after)) {
      const reading = [...readers(before, after, hops, { edit, on })]
      yield* isSaid ? reading.filter(had) : reading
    }
  }
  for (const { fact, hops } of plan.facts)
    for (const id of edit.changed(fact)) yield* readers(undefined, edit.after.get(id), hops, { edit, on })
  if (plan.totals) for (const kind of on) yield* edit.after.lookups.allOf(kind)
}

/** Elements that read an element, as it was and as it is. */
function* readers(
  before: Element | undefined,
  after: Element | undefined,
  hops: readonly Hop[],
  { edit, on }: { readonly edit: Edit; readonly on: readonly string[] },
): Iterable<ElementId> {
  if (before) yield* backwards(before, hops, edit.before, on)
  if (after) yield* backwards(after, hops, edit.after, on)
}

function findingsAt(rule: Rule, element: Element, view: View): readonly Finding[] | undefined {
  let findings: Finding[] | undefined
  try {
    for (const found of rule.check(element, view)) {
      findings ??= []
      findings.push(findingFrom(rule, element, found))
    }
  } catch {
    // One broken rule must not take the document down; tests treat this finding as a failure (architecture §8).
    const { id, kind } = element
    return [{ rule: 'program/rule-failed', severity: 'error', element: id, kind, step: rule.step, values: { rule: rule.id } }]
  }
  return findings
}

/** Written out, not spread: a document can have more findings than elements. */
function findingFrom({ id, severity, step }: Rule, element: Element, { field, values = noValues }: Found): Finding {
  const { kind } = element
  return field === undefined
    ? { rule: id, severity, element: element.id, kind, step, values }
    : { rule: id, severity, element: element.id, kind, step, field, values: withLabel(kind, field, values) }
}

const noValues: Values = {}

/** What every element has and no kind declares. */
const ownLabels: { readonly [field: string]: string } = { name: '名称', code: '编码' }

const sharedFields: { readonly [field: string]: Field } = commonFields

const labels = new Map<string, Values>()

/** The values, with what the user calls the field. */
function withLabel(kind: string, field: string, values: Values): Values {
  const label = labelOf(kind, field)
  return values === noValues ? label : { ...label, ...values }
}

function labelOf(kind: string, field: string): Values {
  const key = `${kind}.${field}`
  const known = labels.get(key)
  if (known) return known
  const label = kindOf(kind)?.fields[field]?.label ?? sharedFields[field]?.label ?? ownLabels[field]
  const values = label === undefined ? noValues : { label }
  labels.set(key, values)
  return values
}
