import { keyBetween } from '../base/order-key.ts'
import { ok, type Result } from '../base/result.ts'
import type { Draft } from '../document/draft.ts'
import { type Refusal, refuse } from '../document/operation.ts'
import type { Kind } from '../schema/define-kind.ts'
import type { ElementId } from '../schema/element.ts'

/** Where an element stands: below an owner, behind a sibling. Without `after` it comes last; `after: ''` makes it the first. */
export interface Place {
  readonly owner?: ElementId | undefined
  readonly after?: ElementId | undefined
}

/** Owner and order key for an element of this kind, or why it may not stand there. */
export function placed(
  draft: Draft,
  kind: Kind,
  { owner, after }: Place,
  self?: ElementId,
): Result<{ owner: ElementId | undefined; order: string | undefined }, Refusal> {
  if (owner === undefined)
    return kind.needsOwner ? refuse('owner-required', { kind: kind.name, parents: kind.parents ?? [] }) : ok({ owner, order: undefined })
  const parent = draft.get(owner)
  if (parent === undefined) return refuse('element-gone', { id: owner })
  if (!(kind.parents ?? []).includes(parent.kind))
    return refuse('owner-wrong-kind', { kind: kind.name, owner: parent.name, parents: kind.parents ?? [] })
  for (let above: ElementId | undefined = owner; above !== undefined; above = draft.get(above)?.owner)
    if (above === self) return refuse('owner-cycle', { name: parent.name })
  return ok({ owner, order: orderAt(draft, owner, after, self) })
}

function orderAt(draft: Draft, owner: ElementId, after: ElementId | undefined, self: ElementId | undefined): string {
  const siblings = draft
    .lookups()
    .ownedBy(owner)
    .filter(id => id !== self)
  const at = after === '' ? -1 : after === undefined || !siblings.includes(after) ? siblings.length - 1 : siblings.indexOf(after)
  const orderOf = (index: number): string | undefined => draft.get(siblings[index] ?? '')?.order
  const low = orderOf(at)
  // Siblings without or with equal keys (from a merge of two insertions at one place) offer no gap; the next larger key does.
  let next = at + 1
  while (next < siblings.length && (orderOf(next) ?? '') <= (low ?? '')) next++
  return keyBetween(low, next < siblings.length ? orderOf(next) : undefined)
}
