import { invariant } from '../base/invariant.ts'
import { same } from '../base/json.ts'
import type { Element, ElementId, FieldValue } from '../schema/element.ts'
import type { Change, Delta } from './delta.ts'
import type { DocumentState, Lookups, LookUp } from './lookups.ts'

/** Fields to set; `undefined`, empty text and empty lists clear a field, because absent is how a document says unknown. */
export type Patch = { readonly [field: string]: FieldValue | undefined }

/** An edit in the making: reads see what the edit has written so far. */
export interface Draft {
  readonly get: (id: ElementId) => Element | undefined
  readonly lookups: () => Lookups
  readonly newId: () => ElementId
  readonly add: (element: Element) => void
  readonly set: (id: ElementId, patch: Patch) => void
  readonly remove: (id: ElementId) => void
  /** What the edit did since it began. */
  readonly delta: () => Delta
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** The element without empty fields, frozen: the one form in which elements stand in a document. */
export function tidy(element: Element): Element {
  const entries = Object.entries(element).filter(([field, value]) => field === 'name' || !isEmpty(value))
  return Object.freeze(Object.fromEntries(entries)) as Element
}

/**
 * A draft over a state. Lookups are brought up to date only when asked for, and then for all changes since at once, so that
 * an import of a hundred thousand elements pays for them once.
 */
export function openDraft(state: DocumentState, lookUp: LookUp, newId: () => ElementId): Draft {
  const delta = new Map<ElementId, Change>()
  let seen = state
  let pending = new Map<ElementId, Change>()

  const current = (): DocumentState => {
    if (pending.size > 0) {
      seen = lookUp.next(seen, pending)
      pending = new Map()
    }
    return seen
  }
  const get = (id: ElementId): Element | undefined => {
    const change = delta.get(id)
    return change ? change[1] : state.snapshot.get(id)
  }
  const record = (id: ElementId, after: Element | undefined): void => {
    const before = get(id)
    const start = delta.has(id) ? delta.get(id)?.[0] : before
    if (same(start, after)) delta.delete(id)
    else delta.set(id, [start, after])
    const base = pending.has(id) ? pending.get(id)?.[0] : before
    pending.set(id, [base, after])
  }
  return {
    get,
    lookups: () => current().lookups,
    newId,
    add(element) {
      invariant(get(element.id) === undefined, `already there: ${element.id}`)
      record(element.id, tidy(element))
    },
    set(id, patch) {
      const before = get(id)
      invariant(before !== undefined, `not there: ${id}`)
      const after = tidy({ ...before, ...patch })
      if (!same(before, after)) record(id, after)
    },
    remove(id) {
      if (get(id) !== undefined) record(id, undefined)
    },
    delta: () => new Map(delta),
  }
}
