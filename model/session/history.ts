import { compose, type Delta } from '../document/delta.ts'

/** One step of undoing: what was done, under which name, and when, in milliseconds. */
export interface Transaction {
  readonly operation: string
  readonly delta: Delta
  readonly at: number
}

/** Edits of the same operation and elements closer together than this are undone as one, in milliseconds. */
const TYPING_PAUSE = 500

/** What can be undone and redone. Never changes; each act gives another history. */
export interface History {
  readonly done: readonly Transaction[]
  readonly undone: readonly Transaction[]
  /** Whether the last step may still take in the next edit. */
  readonly open: boolean
}

export const emptyHistory: History = { done: [], undone: [], open: false }

/** The history after another edit: it joins the last step, or stands alone; what was undone is forgotten. */
export function recorded(history: History, next: Transaction): History {
  const last = history.done.at(-1)
  if (last && history.open && belongTogether(last, next)) {
    const joined = { ...next, delta: compose(last.delta, next.delta) }
    const done = history.done.slice(0, -1)
    // Nothing is left of a step that came to nothing, and the one before it stays closed.
    return joined.delta.size > 0 ? { done: [...done, joined], undone: [], open: true } : { done, undone: [], open: false }
  }
  return { done: [...history.done, next], undone: [], open: true }
}

function belongTogether(last: Transaction, next: Transaction): boolean {
  if (last.operation !== next.operation || next.at - last.at >= TYPING_PAUSE || last.delta.size !== next.delta.size) return false
  for (const [id, [before, after]] of next.delta) if (!before || !after || !last.delta.has(id)) return false
  return true
}

/** The last step will not take in another edit: focus left the field, the file was saved, a drag ended. */
export const closed = (history: History): History => (history.open ? { ...history, open: false } : history)

/** The history with its last step taken back; the same when there is none. */
export function undone({ done, undone: before }: History): History {
  const last = done.at(-1)
  return { done: done.slice(0, -1), undone: last ? [...before, last] : before, open: false }
}

/** The history with the step that was taken back last done again. */
export function redone({ done, undone: before }: History): History {
  const last = before.at(-1)
  return { done: last ? [...done, last] : done, undone: before.slice(0, -1), open: false }
}
