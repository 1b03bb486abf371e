import type { Element, ElementId } from '../../schema/element.ts'
import type { Choices, Conflict } from '../conflict.ts'
import type { Branches, Merged } from '../branches.ts'

/** Takes apart what the two sides together made impossible: elements inside one another, a second document. */
export function mergeTree(branches: Branches, merged: Merged, choices: Choices, conflicts: Conflict[]): void {
  keepOneDocument(branches, merged, choices, conflicts)
  const met = new Set<string>()
  for (let again = true; again; ) {
    again = false
    for (const id of merged.keys()) {
      const cycle = isMoved(id, branches, merged) ? cycleFrom(id, branches, merged) : undefined
      if (cycle === undefined) continue
      again = true
      const moved = cycle.filter(one => isMoved(one, branches, merged))
      const conflict: Conflict = { code: 'owner-cycle', id: `owner-cycle:${moved[0] ?? ''}`, elements: moved }
      // The chosen side's moves may meet others: met again, the places of the base have the last word.
      const choice = met.has(conflict.id) ? undefined : choices.get(conflict.id)
      if (!met.has(conflict.id)) conflicts.push(conflict)
      met.add(conflict.id)
      for (const one of moved) replace(one, (choice && branches[choice].get(one)) ?? branches.base.get(one), merged)
    }
  }
}

function isMoved(id: ElementId, branches: Branches, merged: Merged): boolean {
  const before = branches.base.get(id)
  return before !== undefined && before.owner !== (merged.get(id) ?? before).owner
}

function replace(id: ElementId, like: Element | undefined, merged: Merged): void {
  const element = merged.get(id)
  if (element && like) merged.set(id, at(element, like))
}

/** The element in the place of another one. */
export function at(
  element: Element,
  { owner, order }: { readonly owner?: string | undefined; readonly order?: string | undefined },
): Element {
  const { owner: _owner, order: _order, ...rest } = element
  return { ...rest, ...(owner === undefined ? {} : { owner }), ...(order === undefined ? {} : { order }) }
}

/** The ids of the cycle of owners that an element is in, sorted; undefined when it is in none. */
export function cycleFrom(id: ElementId, { base }: Branches, merged: Merged): readonly ElementId[] | undefined {
  const get = (one: ElementId): Element | undefined => (merged.has(one) ? merged.get(one) : base.get(one))
  const seen = new Set<ElementId>()
  for (let owner = get(id)?.owner; owner !== undefined && !seen.has(owner); owner = get(owner)?.owner) {
    seen.add(owner)
    if (owner === id) return [...seen].sort()
  }
  return undefined
}

function keepOneDocument({ base, ours, theirs }: Branches, merged: Merged, choices: Choices, conflicts: Conflict[]): void {
  const added = [...merged.values()].filter(element => element?.kind === 'document' && base.get(element.id)?.kind !== 'document')
  if (added.length === 0) return
  const ids = new Set(added.flatMap(element => (element ? [element.id] : [])))
  for (const { id, kind } of base.values()) if (kind === 'document' && (!merged.has(id) || merged.get(id))) ids.add(id)
  if (ids.size < 2) return
  const elements = [...ids].sort()
  const id = `two-documents:${elements.join(' ')}`
  conflicts.push({ code: 'two-documents', id, elements })
  const choice = choices.get(id)
  const side = choice && { ours, theirs }[choice]
  const chosen = elements.find(one => side?.get(one)?.kind === 'document')
  const stays = chosen ?? elements.find(one => base.get(one)?.kind === 'document') ?? elements[0]
  for (const one of elements) if (one !== stays) merged.set(one, undefined)
}
