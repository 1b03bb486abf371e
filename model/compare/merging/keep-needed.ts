import { kindOf } from '../../kinds/index.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { referencesOf } from '../../schema/references.ts'
import { type Choices, type Conflict, otherSide, type RemovedConflict, type Side } from '../conflict.ts'
import type { Branches, Merged } from '../branches.ts'

const sides = ['ours', 'theirs'] as const

/**
 * Removals that the other side contradicts. What it edited, filled or began to refer to stays, and so does what that cannot be
 * without: a step stays with its flow. Choosing the side that removed lets it go all the same. Gives what goes by choice.
 */
export function keepNeeded(branches: Branches, merged: Merged, choices: Choices, conflicts: Conflict[]): ReadonlySet<ElementId> {
  const seeds = new Map<ElementId, { readonly removedBy: Side; readonly edited: boolean; readonly neededBy: Set<ElementId> }>()
  const seed = (id: ElementId, by: Side, edited: boolean): Set<ElementId> => {
    const known = seeds.get(id) ?? { removedBy: by, edited, neededBy: new Set<ElementId>() }
    seeds.set(id, known)
    return known.neededBy
  }
  for (const by of sides)
    for (const [id, [, after]] of branches.did[by]) {
      const other = branches.did[otherSide(by)].get(id)
      if (after === undefined && other?.[1] !== undefined) seed(id, by, true)
    }
  for (const [id, element] of merged) {
    if (element === undefined || seeds.has(id)) continue
    for (const to of newNeedsOf(element, branches)) {
      const by = removedByOne(to, branches)
      if (by !== undefined) seed(to, by, seeds.get(to)?.edited === true).add(id)
    }
  }
  for (const [element, { removedBy, edited, neededBy }] of seeds) {
    const conflict: RemovedConflict = {
      code: 'removed',
      id: `removed:${element}`,
      element,
      removedBy,
      edited,
      neededBy: [...neededBy].sort(),
    }
    conflicts.push(conflict)
  }
  const refused = new Set([...seeds].filter(([id, { removedBy }]) => choices.get(`removed:${id}`) === removedBy).map(([id]) => id))
  for (const id of refused) merged.set(id, undefined)
  keepWithNeeds(
    [...seeds.keys()].filter(id => !refused.has(id)),
    refused,
    { branches, merged },
  )
  return refused
}

/** The side that alone removed it; undefined when it is there, or when both did. */
function removedByOne(id: ElementId, { did }: Branches): Side | undefined {
  const ours = did.ours.get(id)
  const theirs = did.theirs.get(id)
  if (ours?.[0] && !ours[1] && !(theirs?.[0] && !theirs[1])) return 'ours'
  return theirs?.[0] && !theirs[1] && !(ours?.[0] && !ours[1]) ? 'theirs' : undefined
}

function keepWithNeeds(
  first: readonly ElementId[],
  refused: ReadonlySet<ElementId>,
  { branches, merged }: { readonly branches: Branches; readonly merged: Merged },
): void {
  const kept = new Set<ElementId>()
  const open = [...first]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (kept.has(id) || refused.has(id)) continue
    const by = removedByOne(id, branches)
    if (by === undefined) continue
    kept.add(id)
    const element = branches[otherSide(by)].get(id)
    if (element === undefined) continue
    merged.set(id, element)
    open.push(...newNeedsOf(element, branches))
  }
}

/**
 * What an element cannot be without (its owner, the ends of a link), and what it refers to since the base. A reference of the
 * base to something removed is not among them: it is cleared, as the removal would have done.
 */
function newNeedsOf(element: Element, { base }: Branches): ElementId[] {
  const kind = kindOf(element.kind)
  if (kind === undefined) return []
  const before = base.get(element.id)
  const old = new Set(before && before.kind === element.kind ? referencesOf(kind, before).map(({ field, to }) => `${field} ${to}`) : [])
  const needs = element.owner === undefined ? [] : [element.owner]
  for (const { field, to } of referencesOf(kind, element))
    if (kind.fields[field]?.whenGone === 'remove' || !old.has(`${field} ${to}`)) needs.push(to)
  return needs
}
