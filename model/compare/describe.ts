import { codeUnitCompare, naturalCompare } from '../base/text.ts'
import type { Delta } from '../document/delta.ts'
import { kindOf, kinds } from '../kinds/index.ts'
import type { Kind } from '../schema/define-kind.ts'
import type { Element, ElementId, FieldValue } from '../schema/element.ts'
import { comparedFields, declarationOf, sameMeaning } from './compared-fields.ts'

/** An element as a comparison names it. */
export interface DescribedElement {
  readonly element: ElementId
  readonly kind: string
  readonly name: string
}

/** One field that differs. A move is the field `owner`, a new place among the same siblings `order`. */
export interface DescribedField extends DescribedElement {
  readonly field: string
  readonly before: FieldValue | undefined
  readonly after: FieldValue | undefined
}

/** What a delta did, for people: values and codes, no text (contracts C5.3, `diff`). */
export interface Description {
  readonly added: readonly DescribedElement[]
  readonly removed: readonly DescribedElement[]
  readonly changed: readonly DescribedField[]
  /** Elements, not fields. */
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
}

/** Rows by kind in the order of declaration, then by name as a person sorts, then by id; fields in the order of declaration. */
export function describe(delta: Delta): Description {
  const added: DescribedElement[] = []
  const removed: DescribedElement[] = []
  const changed: (readonly DescribedField[])[] = []
  for (const [before, after] of delta.values()) {
    if (before && before.kind === after?.kind) changed.push(differingFields(before, after))
    else {
      if (after) added.push(named(after))
      if (before) removed.push(named(before))
    }
  }
  const differing = changed.filter(rows => rows.length > 0).sort(([a], [b]) => (a && b ? compare(a, b) : 0))
  return {
    added: added.sort(compare),
    removed: removed.sort(compare),
    changed: differing.flat(),
    counts: { added: added.length, removed: removed.length, changed: differing.length },
  }
}

const named = ({ id, kind, name }: Element): DescribedElement => ({ element: id, kind, name })

const rank: ReadonlyMap<string, number> = new Map(kinds.map((kind, index) => [kind.name, index]))

function compare(a: DescribedElement, b: DescribedElement): number {
  return (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || naturalCompare(a.name, b.name) || codeUnitCompare(a.element, b.element)
}

function differingFields(before: Element, after: Element): readonly DescribedField[] {
  const kind: Kind | undefined = kindOf(after.kind)
  const old = comparedFields(before)
  const now = comparedFields(after)
  const rows: DescribedField[] = []
  for (const field of inDeclaredOrder(kind, new Set([...old.keys(), ...now.keys()]))) {
    // A move computes a new order key; it is the same act.
    if (field === 'order' && before.owner !== after.owner) continue
    if (!sameMeaning(declarationOf(kind, field), old.get(field), now.get(field)))
      rows.push({ ...named(after), field, before: old.get(field), after: now.get(field) })
  }
  return rows
}

function inDeclaredOrder(kind: Kind | undefined, fields: ReadonlySet<string>): readonly string[] {
  const declared = ['name', 'code', 'owner', 'order', ...Object.keys(kind?.fields ?? {})]
  const others = [...fields].filter(field => !declared.includes(field)).sort()
  return [...declared.filter(field => fields.has(field)), ...others]
}
