import { z } from 'zod'
import { keyBetween } from '../base/order-key.ts'
import { ok } from '../base/result.ts'
import type { Draft } from '../document/draft.ts'
import { defineOperation, refuse } from '../document/operation.ts'
import { kindOf } from '../kinds/index.ts'
import { type Element, ElementId, type FieldValue } from '../schema/element.ts'
import { redirected } from '../schema/references.ts'

/** Copies an element with all it owns, behind itself. References among the copied point to the copies; codes are not copied. */
export const duplicate = defineOperation({
  id: 'element/duplicate',
  input: z.object({ id: ElementId }),
  run(draft, { id }) {
    const root = draft.get(id)
    if (root === undefined) return refuse('element-gone', { id })
    if (root.kind === 'document') return refuse('only-one-document')
    const originals = subtree(draft, root)
    const copies = new Map(originals.map(one => [one.id, draft.newId()]))
    for (const original of originals) draft.add(copyOf(original, copies, original === root ? orderBehind(draft, root) : original.order))
    return ok({ id: copies.get(id) ?? '' })
  },
})

function subtree(draft: Draft, root: Element): Element[] {
  const found = [root]
  for (const element of found)
    for (const id of draft.lookups().ownedBy(element.id)) {
      const owned = draft.get(id)
      if (owned) found.push(owned)
    }
  return found
}

function orderBehind(draft: Draft, { id, owner, order }: Element): string | undefined {
  if (owner === undefined) return order
  const siblings = draft.lookups().ownedBy(owner)
  const next = siblings.slice(siblings.indexOf(id) + 1).find(one => (draft.get(one)?.order ?? '') > (order ?? ''))
  return keyBetween(order, next === undefined ? undefined : draft.get(next)?.order)
}

function copyOf(original: Element, copies: ReadonlyMap<ElementId, ElementId>, order: string | undefined): Element {
  const kind = kindOf(original.kind)
  const fields: Record<string, FieldValue | undefined> = { ...original, code: undefined, order }
  if (original.owner !== undefined) fields['owner'] = copies.get(original.owner) ?? original.owner
  for (const [name, field] of Object.entries(kind?.fields ?? {})) {
    const value = original[name]
    if (value !== undefined) fields[name] = redirected(field, value, copies)
  }
  return { ...fields, id: copies.get(original.id) ?? original.id, kind: original.kind, name: original.name }
}
