import { invariant } from '../base/invariant.ts'
import { ok, type Result } from '../base/result.ts'
import { type Delta, invert } from '../document/delta.ts'
import { openDraft } from '../document/draft.ts'
import type { DocumentState, Lookups, LookUp } from '../document/lookups.ts'
import { type Operation, type Refusal, refuse } from '../document/operation.ts'
import { type Reaction, settle } from '../document/reaction.ts'
import type { Snapshot } from '../document/snapshot.ts'
import type { Breach } from '../document/whole.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { closed, emptyHistory, type History, recorded, redone, type Transaction, undone } from './history.ts'

/** What happened to the document, for everybody who keeps something up to date with it. */
export interface Commit {
  readonly origin: 'edit' | 'undo' | 'redo'
  readonly operation: string
  readonly delta: Delta
  readonly before: DocumentState
  readonly after: DocumentState
}

/** What a session is given: lookups, reactions, the check of wholeness, and time and ids as functions. */
export interface SessionParts {
  readonly lookUp: LookUp
  readonly reactions: readonly Reaction[]
  readonly breachesAmong: (elements: Iterable<Element>, get: (id: ElementId) => Element | undefined) => readonly Breach[]
  readonly newId: () => ElementId
  /** Milliseconds, for grouping edits only. */
  readonly now: () => number
}

/** A document in use: the only way to change one. */
export interface Session {
  readonly state: () => DocumentState
  readonly snapshot: () => Snapshot
  readonly lookups: () => Lookups
  readonly history: () => History
  readonly run: <Input, Output>(operation: Operation<Input, Output>, input: Input) => Result<Output, Refusal>
  /** Takes the last step back; false when there is none. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** Ends the grouping of edits into one step. */
  readonly close: () => void
  /** Gives the way to stop listening. */
  readonly subscribe: (listener: (commit: Commit) => void) => () => void
}

export function openSession(snapshot: Snapshot, parts: SessionParts): Session {
  let state = parts.lookUp.start(snapshot)
  let history = emptyHistory
  const listeners = new Set<(commit: Commit) => void>()

  const commit = (origin: Commit['origin'], operation: string, delta: Delta): void => {
    const before = state
    state = parts.lookUp.next(state, delta)
    for (const listener of Array.from(listeners)) listener({ origin, operation, delta, before, after: state })
  }
  const run: Session['run'] = (operation, input) => {
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) return refuse('input-invalid', { operation: operation.id, problem: parsed.error.issues[0]?.message ?? '' })
    const draft = openDraft(state, parts.lookUp, parts.newId)
    const outcome = operation.run(draft, parsed.data)
    if (!outcome.ok) return outcome
    settle(draft, parts.reactions)
    const delta = draft.delta()
    if (delta.size === 0) return ok(outcome.value)
    assertWhole(delta, draft.get, parts)
    history = recorded(history, { operation: operation.id, delta, at: parts.now() })
    commit('edit', operation.id, delta)
    return ok(outcome.value)
  }
  const step = (origin: 'undo' | 'redo', taken: Transaction | undefined, after: History): boolean => {
    if (taken === undefined) return false
    history = after
    commit(origin, taken.operation, origin === 'undo' ? invert(taken.delta) : taken.delta)
    return true
  }
  return {
    state: () => state,
    snapshot: () => state.snapshot,
    lookups: () => state.lookups,
    history: () => history,
    run,
    undo: () => step('undo', history.done.at(-1), undone(history)),
    redo: () => step('redo', history.undone.at(-1), redone(history)),
    close() {
      history = closed(history)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Throws `InvariantError` when an edit would leave something broken behind; then nothing has happened. */
function assertWhole(delta: Delta, get: (id: ElementId) => Element | undefined, parts: SessionParts): void {
  const touched = Array.from(delta.values(), ([, after]) => after).filter(after => after !== undefined)
  const [breach] = parts.breachesAmong(touched, get)
  invariant(breach === undefined, `not whole: ${JSON.stringify(breach)}`)
}
