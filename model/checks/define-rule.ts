import type { Step } from '../schema/define-kind.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { type AnyFact, defineFact, type Edit, type Fact, type View } from '../method/define-fact.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Something that is wrong but may stay. No text: words stand in `words/` by the rule's id. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly element: ElementId
  readonly field?: string
  readonly values: { readonly [name: string]: string | number | readonly string[] }
}

/** What a rule found at an element. */
export interface Found {
  readonly field?: string
  readonly values?: Finding['values']
}

/** A way from an element to those whose change may change what the rule finds there. */
export type Path = 'owned' | 'owner' | 'references' | 'referrers'

export interface Rule {
  /** `CHK-…`, as in the catalogue; stable for ever. */
  readonly id: string
  readonly severity: Severity
  readonly step: Step | 'X'
  readonly on: readonly string[]
  /** The norm or clause the rule comes from. */
  readonly source: string
  /** Besides the element itself: paths, each a list of steps, along which the rule reads. */
  readonly looksAt?: readonly (readonly Path[])[]
  /** Facts it reads of the element itself or of elements along `looksAt`. */
  readonly facts?: readonly AnyFact[]
  /** Further elements that an edit may concern, where no path leads to them: bearers of the same name, the document. */
  readonly alsoTouched?: (edit: Edit) => Iterable<ElementId>
  readonly check: (element: Element, view: View) => Iterable<Found>
}

export const defineRule = (rule: Rule): Rule => rule

const opposite: { readonly [path in Path]: Path } = { owned: 'owner', owner: 'owned', references: 'referrers', referrers: 'references' }

/** The rule as a fact, so that the engine re-runs it only for what an edit touched. */
export const asFact = (rule: Rule, targetsOf: (element: Element) => readonly ElementId[]): Fact<readonly Finding[]> =>
  defineFact<readonly Finding[]>({
    id: rule.id,
    on: rule.on,
    value(element, view) {
      const found = Array.from(
        rule.check(element, view),
        ({ field, values }): Finding => ({
          rule: rule.id,
          severity: rule.severity,
          element: element.id,
          ...(field === undefined ? {} : { field }),
          values: values ?? {},
        }),
      )
      return found.length > 0 ? found : undefined
    },
    touched: edit => touched(rule, edit, targetsOf),
    *counts(value) {
      yield [`finding/${rule.severity}`, value.length]
    },
  })

/** From what changed, backwards along each path, on both sides of the edit. */
function* touched(rule: Rule, edit: Edit, targetsOf: (element: Element) => readonly ElementId[]): Iterable<ElementId> {
  const changed = new Set<ElementId>()
  for (const id of edit.delta.keys()) changed.add(id)
  for (const fact of rule.facts ?? []) for (const id of edit.changed(fact)) changed.add(id)
  yield* changed
  yield* rule.alsoTouched?.(edit) ?? []
  for (const path of rule.looksAt ?? []) for (const view of [edit.before, edit.after]) yield* backwards(changed, path, view, targetsOf)
}

function backwards(
  changed: ReadonlySet<ElementId>,
  path: readonly Path[],
  view: View,
  targetsOf: (element: Element) => readonly ElementId[],
): ReadonlySet<ElementId> {
  let reached: ReadonlySet<ElementId> = changed
  for (const step of [...path].reverse()) {
    const next = new Set<ElementId>()
    for (const id of reached) for (const other of along(id, opposite[step], view, targetsOf)) next.add(other)
    reached = next
  }
  return reached
}

function along(id: ElementId, step: Path, view: View, targetsOf: (element: Element) => readonly ElementId[]): readonly ElementId[] {
  const element = view.get(id)
  switch (step) {
    case 'owned':
      return view.lookups.ownedBy(id)
    case 'owner':
      return element?.owner === undefined ? [] : [element.owner]
    case 'references':
      return element === undefined ? [] : targetsOf(element)
    case 'referrers':
      return view.lookups.referrersOf(id).map(one => one.from)
  }
}
