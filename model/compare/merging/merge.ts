import { canonical, same } from '../../base/json.ts'
import { compose, type Delta, invert } from '../../document/delta.ts'
import type { Snapshot } from '../../document/snapshot.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { attach } from './attach.ts'
import type { Branches, Merged } from '../branches.ts'
import type { Choices, Conflict, Side } from '../conflict.ts'
import { diff } from '../diff.ts'
import { keepNeeded } from './keep-needed.ts'
import { mergeElement } from './merge-element.ts'
import { mergeTree } from './merge-tree.ts'

/** A merged document as a delta from the base, whole whatever is chosen. */
export interface Merge {
  readonly branches: Branches
  readonly delta: Delta
  readonly conflicts: readonly Conflict[]
}

const noChoices: Choices = new Map()

/** Merges two copies by element and field. Swapping the copies swaps the sides of the conflicts and nothing else. */
export function merge(base: Snapshot, ours: Snapshot, theirs: Snapshot): Merge {
  return mergeBranches({ base, ours, theirs, did: { ours: diff(base, ours), theirs: diff(base, theirs) } }, noChoices)
}

/** The merge of the same branches with conflicts decided. */
export function mergeBranches(branches: Branches, choices: Choices): Merge {
  const conflicts: Conflict[] = []
  const merged = mergeElements(branches, choices, conflicts)
  const gone = keepNeeded(branches, merged, choices, conflicts)
  mergeTree(branches, merged, choices, conflicts)
  conflicts.push(...attach(branches, merged, gone))
  const delta: [ElementId, readonly [Element | undefined, Element | undefined]][] = []
  for (const [id, after] of merged) {
    const before = branches.base.get(id)
    if (!same(before, after)) delta.push([id, [before, after]])
  }
  return { branches, delta: new Map(delta), conflicts: conflicts.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The delta that brings one of the two copies to the merged document. */
export function deltaFrom(side: Side, { branches, delta }: Merge): Delta {
  return compose(invert(branches.did[side]), delta)
}

function mergeElements({ base, did }: Branches, choices: Choices, conflicts: Conflict[]): Merged {
  const merged: Merged = new Map()
  const removed = { ours: removedBy(did.ours), theirs: removedBy(did.theirs) }
  const context = { choices, removed, report: (conflict: Conflict) => conflicts.push(conflict) }
  for (const [id, [, ours]] of did.ours) {
    const other = did.theirs.get(id)
    if (other === undefined) merged.set(id, ours)
    else merged.set(id, mergeBoth(base.get(id), ours, other[1], context))
  }
  for (const [id, [, theirs]] of did.theirs) if (!did.ours.has(id)) merged.set(id, theirs)
  return merged
}

const removedBy = (delta: Delta): ReadonlySet<ElementId> => new Set(Array.from(delta).flatMap(([id, [, after]]) => (after ? [] : [id])))

function mergeBoth(
  base: Element | undefined,
  ours: Element | undefined,
  theirs: Element | undefined,
  context: Parameters<typeof mergeElement>[1] & { readonly report: (conflict: Conflict) => void },
): Element | undefined {
  // One side removed what the other edited: kept here, decided with all other removals.
  if (ours === undefined || theirs === undefined) return ours ?? theirs
  if (same(ours, theirs)) return ours
  if (base !== undefined && base.kind === ours.kind && base.kind === theirs.kind) return mergeElement({ base, ours, theirs }, context)
  const id = `element:${ours.id}`
  context.report({ code: 'element', id, element: ours.id, base, ours, theirs })
  const choice = context.choices.get(id)
  if (choice !== undefined) return { ours, theirs }[choice]
  return base ?? (canonical(ours) <= canonical(theirs) ? ours : theirs)
}
