import { compareKey } from '#model/base/text.ts'
import { keysAfter } from '#model/base/order-key.ts'
import type { Draft } from '#model/document/draft.ts'
import type { ElementId } from '#model/schema/element.ts'
import { unsortedGroups } from './header/synonyms.ts'

/** Makes units of the groups of a list, under one module and one core business named after the list. Source: contracts C6.4. */
export interface Groups {
  /** Undefined for a group that says that nobody has sorted it. */
  readonly unitOf: (group: string) => ElementId | undefined
}

const unsorted: ReadonlySet<string> = new Set(unsortedGroups.map(compareKey))

export function openGroups(draft: Draft, list: string): Groups {
  const units = new Map<string, ElementId>()
  let module: ElementId | undefined
  const orders = keysAfter(undefined, 1)
  const below = (kind: string, name: string, owner: ElementId | undefined): ElementId => {
    const known = draft
      .lookups()
      .named(name)
      .find(id => draft.get(id)?.kind === kind && draft.get(id)?.owner === owner)
    if (known !== undefined) return known
    const id = draft.newId()
    draft.add({ id, kind, name, ...(owner === undefined ? {} : { owner, order: nextOrder(owner) }) })
    return id
  }
  const last = new Map<ElementId, string>()
  const nextOrder = (owner: ElementId): string => {
    const siblings = last.has(owner) ? [] : draft.lookups().ownedBy(owner)
    const before = last.get(owner) ?? (siblings.length > 0 ? draft.get(siblings.at(-1) ?? '')?.order : undefined)
    const order = before === undefined ? (orders[0] ?? '') : (keysAfter(before, 1)[0] ?? '')
    last.set(owner, order)
    return order
  }
  return {
    unitOf(group) {
      const key = compareKey(group)
      if (key === '' || unsorted.has(key)) return undefined
      module ??= below('module', list, below('coreBusiness', list, undefined))
      const unit = units.get(key) ?? below('unit', group.trim(), module)
      units.set(key, unit)
      return unit
    },
  }
}
