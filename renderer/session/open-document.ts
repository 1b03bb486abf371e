import { type Analysis, analyse, follow, viewIn } from '#model/analysis/index.ts'
import type { Result } from '#model/base/result.ts'
import { breachesAmong, lookUp } from '#model/derive/index.ts'
import type { Refusal } from '#model/document/operation.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { setFields } from '#model/operations/index.ts'
import { reactions } from '#model/reactions/index.ts'
import type { ElementId } from '#model/schema/element.ts'
import { openSession, type Session } from '#model/session/session.ts'
import { wordingOf } from '#model/wording/index.ts'
import type { Now } from './now.ts'

/** The open document as the screens see it: what is known now, and what can be done. */
export interface OpenDocument {
  readonly fileName: string
  readonly now: () => Now
  /** Gives the way to stop listening. */
  readonly subscribe: (changed: () => void) => () => void
  readonly rename: (id: ElementId, name: string) => Result<unknown, Refusal>
  readonly undo: () => boolean
  readonly redo: () => boolean
}

/** What a document is opened with, besides its content. */
export interface Surroundings {
  readonly fileName: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Milliseconds. */
  readonly clock: () => number
  readonly newId: () => string
}

/** Puts a document to use; every edit, undo and redo updates all figures by following its delta. */
export function openDocument(snapshot: Snapshot, { fileName, today, clock, newId }: Surroundings): OpenDocument {
  const session = openSession(snapshot, { lookUp, reactions, breachesAmong, newId, now: clock })
  const listeners = new Set<() => void>()
  let now = nowOf(analyse(session.state(), today), session)
  session.subscribe(({ delta, after }) => {
    now = nowOf(follow(now.analysis, after, delta), session)
    for (const listener of Array.from(listeners)) listener()
  })
  return {
    fileName,
    now: () => now,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    rename(id, name) {
      const outcome = session.run(setFields, { id, fields: { name } })
      session.close()
      return outcome
    },
    undo: session.undo,
    redo: session.redo,
  }
}

function nowOf(analysis: Analysis, session: Session): Now {
  const { done, undone } = session.history()
  return {
    analysis,
    view: viewIn(analysis),
    wording: wordingOf(analysis.state),
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
    changed: done.length > 0,
  }
}
