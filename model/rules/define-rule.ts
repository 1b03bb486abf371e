import type { Patch } from '../document/draft.ts'
import { type ElementOf, type KindName, kindOf } from '../kinds/index.ts'
import { defineFact, type Edit, type Fact, type View } from '../method/define-fact.ts'
import type { Field } from '../schema/define-field.ts'
import { commonFields, type Step } from '../schema/define-kind.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { backwards, compile, type Reading, watching } from './paths.ts'

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
  rule as unknown as Rule

/** The rule as a fact, so that the engine runs it again only for what an edit touched. */
export function asFact(rule: Rule): Fact<readonly Finding[]> {
  const plan = compile(rule.on, rule.looksAt ?? [])
  const isOn: ReadonlySet<string> = new Set(rule.on)
  return defineFact<readonly Finding[]>({
    id: rule.id,
    on: rule.on,
    value: (element, view) => findingsAt(rule, element, view),
    *touched(edit) {
      for (const [id, [before, after]] of edit.delta) {
        if (isOn.has(before?.kind ?? '') || isOn.has(after?.kind ?? '')) yield id
        for (const watch of watching(plan, before, after)) {
          if (before) yield* backwards(before, watch.hops, edit.before, rule.on)
          if (after) yield* backwards(after, watch.hops, edit.after, rule.on)
        }
      }
      for (const { fact, hops } of plan.facts) for (const id of edit.changed(fact)) yield* readersOf(id, hops, edit, rule.on)
      if (plan.totals) for (const kind of rule.on) yield* edit.after.lookups.allOf(kind)
    },
    *counts(value) {
      yield [`finding/${rule.severity}`, value.length]
    },
  })
}

function* readersOf(id: ElementId, hops: Parameters<typeof backwards>[1], edit: Edit, on: readonly string[]): Iterable<ElementId> {
  const element = edit.after.get(id)
  if (element) yield* backwards(element, hops, edit.after, on)
}

function findingsAt(rule: Rule, element: Element, view: View): readonly Finding[] | undefined {
  const { id, severity, step } = rule
  const findings: Finding[] = []
  try {
    for (const { field, values } of rule.check(element, view)) {
      const about = { rule: id, severity, element: element.id, kind: element.kind, step }
      findings.push(
        field === undefined ? { ...about, values: values ?? {} } : { ...about, field, values: withLabel(element, field, values) },
      )
    }
  } catch {
    // One broken rule must not take the document down; tests treat this finding as a failure (architecture §8).
    return [{ rule: 'program/rule-failed', severity: 'error', element: element.id, kind: element.kind, step, values: { rule: id } }]
  }
  return findings.length > 0 ? findings : undefined
}

/** What every element has and no kind declares. */
const ownLabels: { readonly [field: string]: string } = { name: '名称', code: '编码' }

const sharedFields: { readonly [field: string]: Field } = commonFields

/** The values, with what the user calls the field. */
function withLabel({ kind }: Element, field: string, values: Values | undefined): Values {
  const label = kindOf(kind)?.fields[field]?.label ?? sharedFields[field]?.label ?? ownLabels[field]
  return label === undefined ? (values ?? {}) : { label, ...values }
}
