import type { LockHolder, Problem } from '#bridge/problems.ts'
import { diff } from '#model/compare/index.ts'
import { breachesAmong, lookUp } from '#model/derive/index.ts'
import { compose, type Delta, emptyDelta } from '#model/document/delta.ts'
import type { Operation, Refusal } from '#model/document/operation.ts'
import type { Result } from '#model/base/result.ts'
import { decode, encode } from '#model/file/journal.ts'
import { type OpenedDocument, readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'
import { applyDelta } from '#model/operations/index.ts'
import { reactions } from '#model/reactions/index.ts'
import { openSession, type Session } from '#model/session/session.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { emptySnapshot } from '#model/document/snapshot.ts'
import { text } from '#words/index.ts'
import type { Context } from './context.ts'
import { exitCodes } from './output/exit-codes.ts'
import { type Opened, opened } from './opened.ts'
import { CommandError } from './output/outcome.ts'

/** A document file in use by one command. */
export interface DocumentFile extends Opened {
  readonly path: string
  readonly session: Session
  readonly file: OpenedDocument | undefined
  readonly bytes: number
  /** Runs an operation; throws `CommandError` when it is refused. */
  readonly run: <Input, Output>(operation: Operation<Input, Output>, input: Input) => Output
  /** Saves everything that was run as one transaction; does nothing when nothing changed. */
  readonly save: (operation: string, options?: { readonly undoes?: string; readonly mayShrink?: boolean }) => Promise<Delta>
  readonly id: string
  readonly sha256: string | null
}

/** Throws the sentence for something that went wrong outside, with the exit code it has. */
export function failed({ code, ...values }: Problem, file: string, exit: number): never {
  throw new CommandError(code, text(`problem/${code}`, { file, ...flat(values) }) || `${code}: ${file}`, exit)
}

/** What a text can show of a problem; who holds a lock is told by name. */
function flat({ holder, ...values }: Omit<Problem, 'code'> & { readonly holder?: LockHolder | null }): Shown {
  const shown = Object.entries(values).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1]))
  const named = holder ? `${holder.user}@${holder.host}` : text('problem/someone')
  return { ...Object.fromEntries(shown), holder: named }
}

type Shown = { readonly [name: string]: string | number }

/** The sentence for a refusal. */
export const refusalText = ({ code, values }: Refusal): string => text(`refusal/${code}`, values) || code

/** Sizes from which a person waits over a second and is told for what: bytes of a document, elements to save. */
const SLOW_TO_OPEN = 2_500_000
const SLOW_TO_SAVE = 60_000

/** Opens a document and, where a crash left a transaction unsaved, does it again, saves and says so. */
export async function openDocument(context: Context, path: string): Promise<DocumentFile> {
  const read = await context.store.read(path)
  if (!read.ok) return failed(read.error, path, exitCodes.refused)
  if (read.value.bytes.length > SLOW_TO_OPEN) context.note(text('cli/opening', { file: path }))
  const file = readDocument(read.value.bytes, { digest: context.store.sha256 })
  if (!file.ok)
    throw new CommandError(
      file.error.code,
      text(`file/${file.error.code}`, { file: path, ...file.error.values }) || file.error.code,
      exitCodes.refused,
    )
  const document = documentFile(context, path, file.value.snapshot, {
    file: file.value,
    bytes: read.value.bytes.length,
    sha256: read.value.sha256,
  })
  if (await isReplayed(context, document)) {
    await context.record({ event: 'recover', object: document.id, result: 'ok' })
    return openDocument(context, path)
  }
  await context.record({ event: 'open', object: document.id, result: 'ok' })
  return document
}

/** A document that is not there yet. */
export const newDocument = (context: Context, path: string): DocumentFile =>
  documentFile(context, path, emptySnapshot, { file: undefined, bytes: 0, sha256: null })

/**
 * Whether an unfinished transaction was done again and is saved now. Where it cannot be saved, as while another keeps the document
 * open, the document at hand has it and the next command tries again.
 */
async function isReplayed(context: Context, document: DocumentFile): Promise<boolean> {
  if (document.sha256 === null || document.file?.readOnly) return false
  const open = await context.store.unfinished(document.id, document.path, document.sha256)
  if (!open.ok || open.value === undefined) return false
  const { operation, payload, undoes } = open.value
  const delta = decode(payload, document.session.snapshot())
  if (!delta.ok) return false
  document.run(applyDelta, { delta: delta.value })
  const shown = { operation: text(`operation/${operation}`) || operation }
  try {
    await document.save(operation, { ...(undoes === undefined ? {} : { undoes }), mayShrink: true })
    context.note(text('cli/replayed', shown))
    return true
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    context.note(`${text('cli/replayed-unsaved', shown)}${error.message}`)
    return false
  }
}

/** Whether bytes read as this document: what we cannot read back ourselves must not take the place of a file that can be read. Source: reliability D7. */
function isWhole(bytes: Uint8Array, snapshot: Snapshot, { store }: Context): boolean {
  const again = readDocument(bytes, { digest: store.sha256 })
  return again.ok && diff(snapshot, again.value.snapshot).size === 0
}

interface Loaded {
  readonly file: OpenedDocument | undefined
  readonly bytes: number
  readonly sha256: string | null
}

function documentFile(context: Context, path: string, snapshot: Snapshot, loaded: Loaded): DocumentFile {
  const session = openSession(snapshot, { lookUp, reactions, breachesAmong, newId: context.newId, now: context.now })
  let delta: Delta = emptyDelta
  session.subscribe(commit => {
    delta = compose(delta, commit.delta)
  })
  const idOf = (): string => [...session.lookups().allOf('document')][0] ?? 'document'
  return {
    ...opened(session.state, context.today),
    path,
    session,
    ...loaded,
    get id() {
      return idOf()
    },
    run(operation, input) {
      const outcome: Result<unknown, Refusal> = session.run(operation, input)
      if (!outcome.ok) throw new CommandError(outcome.error.code, refusalText(outcome.error), exitCodes.usage)
      return outcome.value as never
    },
    async save(operation, options = {}) {
      if (delta.size === 0) return delta
      if (loaded.file?.readOnly) throw new CommandError('read-only', text('file/read-only', { file: path }), exitCodes.refused)
      context.signal.throwIfAborted()
      if (session.snapshot().size > SLOW_TO_SAVE) context.note(text('cli/saving', { file: path }))
      const bytes = writeDocument(session.snapshot(), loaded.file?.kept, context.store.sha256)
      if (!isWhole(bytes, session.snapshot(), context)) throw new Error(`what was written of ${path} does not read as what was meant`)
      const saved = await context.store.save({
        path,
        bytes,
        expected: loaded.sha256,
        document: idOf(),
        operation,
        payload: encode(delta),
        undoes: options.undoes,
        elements: { before: snapshot.size, after: session.snapshot().size },
        mayShrink: options.mayShrink ?? false,
      })
      await context.record({ event: 'save', object: idOf(), result: saved.ok ? 'ok' : saved.error.code })
      if (!saved.ok) return failed(saved.error, path, exitCodes.notSaved)
      if (!saved.value.durable) context.note(text('cli/not-durable'))
      return delta
    },
  }
}
