import type { Draft } from '../document/draft.ts'
import type { Reaction } from '../document/reaction.ts'
import { kindOf } from '../kinds/index.ts'
import type { ElementId, FieldValue } from '../schema/element.ts'
import { withoutReferences } from '../schema/references.ts'

/**
 * Nothing refers to what is gone: a reference is cleared, or its element goes too where the declaration says that it means
 * nothing without its target (a link without its step, a waiver without its object).
 */
export const clearReferences: Reaction = {
  id: 'clear-references',
  react(draft, changed) {
    const gone = new Set<ElementId>()
    for (const [id, [before, after]] of changed) if (before && !after) gone.add(id)
    if (gone.size === 0) return
    for (const [from, fields] of referring(draft, gone)) clear(draft, from, fields, gone)
  },
}

function referring(draft: Draft, gone: ReadonlySet<ElementId>): Map<ElementId, Set<string>> {
  const found = new Map<ElementId, Set<string>>()
  for (const id of gone)
    for (const { from, field } of draft.lookups().referrersOf(id)) {
      const known = found.get(from)
      if (known) known.add(field)
      else found.set(from, new Set([field]))
    }
  return found
}

function clear(draft: Draft, from: ElementId, fields: ReadonlySet<string>, gone: ReadonlySet<ElementId>): void {
  const element = draft.get(from)
  const kind = element && kindOf(element.kind)
  if (element === undefined || kind === undefined) return
  const patch: Record<string, FieldValue | undefined> = {}
  for (const name of fields) {
    const field = kind.fields[name]
    const value = element[name]
    if (field === undefined || value === undefined) continue
    if (field.whenGone === 'remove') {
      draft.remove(from)
      return
    }
    patch[name] = withoutReferences(field, value, gone)
  }
  draft.set(from, patch)
}
