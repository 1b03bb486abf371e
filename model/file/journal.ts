import { canonical, same } from '../base/json.ts'
import { err, ok, type Result } from '../base/result.ts'
import { codeUnitCompare } from '../base/text.ts'
import type { Change, Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId, FieldValue } from '../schema/element.ts'
import { parseJson } from './container.ts'

/** Why a journal record cannot be replayed. */
export interface JournalRefusal {
  readonly code: 'not-a-record' | 'record-does-not-fit' | 'record-invalid'
  /** The element at which it failed; empty for the record as a whole. */
  readonly element: ElementId
}

/** Which way a record is read: as it was done, or as it is taken back. */
export type Direction = 'forwards' | 'backwards'

/** A value before and after; null for none, as no field is ever null. */
type Step = readonly [before: FieldValue | null, after: FieldValue | null]

interface JournalRecord {
  readonly added: readonly Element[]
  readonly removed: readonly Element[]
  readonly changed: readonly { readonly id: ElementId; readonly fields: { readonly [field: string]: Step } }[]
}

/** The delta as JSON text: whole elements where one came or went, single fields where one changed. Equal deltas give equal text. */
export function encode(delta: Delta): string {
  const added: Element[] = []
  const removed: Element[] = []
  const changed: JournalRecord['changed'][number][] = []
  for (const [id, [before, after]] of [...delta].sort(([a], [b]) => codeUnitCompare(a, b))) {
    if (before && after) changed.push({ id, fields: steps(before, after) })
    else if (after) added.push(after)
    else if (before) removed.push(before)
  }
  return canonical({ added, removed, changed })
}

function steps(before: Element, after: Element): { [field: string]: Step } {
  const result: { [field: string]: Step } = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!same(before[field], after[field])) result[field] = [before[field] ?? null, after[field] ?? null]
  return result
}

/** The delta of a record for the snapshot it was made on, or, backwards, for the one it led to. */
export function decode(text: string, snapshot: Snapshot, direction: Direction = 'forwards'): Result<Delta, JournalRefusal> {
  const record = parseJson(text)
  if (!isRecord(record)) return err({ code: 'not-a-record', element: '' })
  const [come, go] = direction === 'forwards' ? [record.added, record.removed] : [record.removed, record.added]
  const delta = new Map<ElementId, Change>()
  for (const element of come) delta.set(element.id, [undefined, Object.freeze(element)])
  for (const element of go) delta.set(element.id, [element, undefined])
  for (const { id, fields } of record.changed) {
    const change = changeOf(snapshot.get(id), fields, direction)
    if (change === undefined) return err({ code: 'record-does-not-fit', element: id })
    delta.set(id, change)
  }
  for (const [id, [before, after]] of delta) {
    if (!same(snapshot.get(id), before)) return err({ code: 'record-does-not-fit', element: id })
    if (after && kindOf(after.kind)?.accepts(after) !== true) return err({ code: 'record-invalid', element: id })
  }
  return ok(delta)
}

function changeOf(before: Element | undefined, fields: { readonly [field: string]: Step }, direction: Direction): Change | undefined {
  if (before === undefined) return undefined
  const after: Record<string, FieldValue | undefined> = { ...before }
  for (const [field, [first, second]] of Object.entries(fields)) {
    const [old, now] = direction === 'forwards' ? [first, second] : [second, first]
    if (!same(before[field], old ?? undefined)) return undefined
    if (now === null) delete after[field]
    else after[field] = now
  }
  return [before, Object.freeze(after) as Element]
}

function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== 'object' || value === null || !('added' in value) || !('removed' in value) || !('changed' in value)) return false
  const { added, removed, changed } = value
  return isListOf(added, isElement) && isListOf(removed, isElement) && isListOf(changed, isChanged)
}

const isListOf = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is)

const isElement = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'kind' in value

function isChanged(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('fields' in value)) return false
  const { id, fields } = value
  if (typeof id !== 'string' || typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every(step => Array.isArray(step) && step.length === 2)
}
