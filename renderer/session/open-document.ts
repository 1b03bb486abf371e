import type { Problem } from '#bridge/problems.ts'
import { type Analysis, analyse, follow, viewIn } from '#model/analysis/index.ts'
import { ok, type Result } from '#model/base/result.ts'
import { breachesAmong, lookUp } from '#model/derive/index.ts'
import type { Refusal } from '#model/document/operation.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { type KeptParts, writeDocument } from '#model/file/index.ts'
import { setFields } from '#model/operations/index.ts'
import { reactions } from '#model/reactions/index.ts'
import type { ElementId } from '#model/schema/element.ts'
import { openSession, type Session } from '#model/session/session.ts'
import { wordingOf } from '#model/wording/index.ts'
import type { OpenedFile } from '../platform/host.ts'
import type { Now } from './now.ts'

/** The open document as the screens see it: what is known now, and what can be done. */
export interface OpenDocument {
  readonly fileName: string
  /** Nothing can be changed. */
  readonly readOnly: boolean
  readonly now: () => Now
  /** Gives the way to stop listening. */
  readonly subscribe: (changed: () => void) => () => void
  readonly rename: (id: ElementId, name: string) => Result<unknown, Refusal>
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** Writes the file; absent where there is none behind. */
  readonly save?: () => Promise<Result<undefined, Problem>>
}

/** What the model does not have: day, time and chance. */
export interface Surroundings {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Milliseconds. */
  readonly clock: () => number
  readonly newId: () => string
}

export type Source = Pick<OpenedFile, 'name' | 'readOnly' | 'save'> & { readonly kept: KeptParts }

/** Puts a document to use; every edit, undo and redo updates all figures by following its delta. */
export function openDocument(snapshot: Snapshot, source: Source, { today, clock, newId }: Surroundings): OpenDocument {
  const session = openSession(snapshot, { lookUp, reactions, breachesAmong, newId, now: clock })
  const listeners = new Set<() => void>()
  let saved = session.history().done.at(-1)
  let savedSize = snapshot.size
  const moment = (analysis: Analysis): Now => nowOf(analysis, session, session.history().done.at(-1) !== saved)
  let now = moment(analyse(session.state(), today))
  const show = (analysis: Analysis): void => {
    now = moment(analysis)
    for (const listener of Array.from(listeners)) listener()
  }
  session.subscribe(({ delta, after }) => show(follow(now.analysis, after, delta)))
  const save = async (write: NonNullable<Source['save']>): Promise<Result<undefined, Problem>> => {
    session.close()
    const last = session.history().done.at(-1)
    const content = session.snapshot()
    const bytes = writeDocument(content, source.kept)
    const outcome = await write({ docId: idOf(session), bytes, elements: { before: savedSize, after: content.size } })
    if (!outcome.ok) return outcome
    saved = last
    savedSize = content.size
    show(now.analysis)
    return ok(undefined)
  }
  const write = source.save
  return {
    fileName: source.name,
    readOnly: source.readOnly,
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
    ...(write === undefined || source.readOnly ? {} : { save: () => save(write) }),
  }
}

/** The id of the document element, of which there is one. */
function idOf(session: Session): string {
  for (const id of session.lookups().allOf('document')) return id
  return 'document'
}

function nowOf(analysis: Analysis, session: Session, changed: boolean): Now {
  const { done, undone } = session.history()
  return {
    analysis,
    view: viewIn(analysis),
    wording: wordingOf(analysis.state),
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
    changed,
  }
}
