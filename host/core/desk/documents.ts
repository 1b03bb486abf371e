import { join } from 'node:path'
import type { Input, Output, Told } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { DocRef } from '#bridge/values.ts'
import { inTurn } from '../in-turn.ts'
import type { Machine } from '../machine.ts'
import { succeeds } from '../problem-of.ts'
import { saveFile } from '../saving/save-file.ts'
import { saveUnderLock } from '../saving/save-under-lock.ts'
import { safeFileName } from '../safe-file-name.ts'
import { documentFolders } from '../user-data.ts'
import { changeOf, lookAtDocument, type OpenDocument, readDocument, refOf, takeDocument } from './open-document.ts'
import type { Recents } from './recents.ts'
import { newTicket } from './tickets.ts'

/** What the documents need to know of the pages. */
export interface Pages {
  /** Whether the page is there now. */
  readonly isThere: (owner: string) => boolean
  readonly changed: (owner: string, told: Told<'doc:changedOnDisk'>) => void
}

export interface Documents {
  readonly open: (path: string, owner: string) => Promise<Result<DocRef, Problem>>
  readonly read: (token: string, owner: string) => Promise<Result<Output<'doc:read'>, Problem>>
  readonly save: (input: Input<'doc:save'>, owner: string) => Promise<Result<Output<'doc:save'>, Problem>>
  readonly saveAs: (
    input: Input<'doc:saveAs'>,
    folder: string,
    owner: string,
  ) => Promise<Result<NonNullable<Output<'doc:saveAs'>>, Problem>>
  readonly release: (token: string, owner: string) => Promise<Result<null, Problem>>
  /** Releases everything of a page, or of all. */
  readonly leave: (owner?: string) => Promise<void>
  readonly pathOf: (token: string, owner: string) => string | undefined
}

/** How often the files of open documents are looked at, in milliseconds. */
const watchPause = 2_000

/** What there is around the open documents. */
interface Table {
  readonly machine: Machine
  readonly place: { readonly userData: string; readonly home: string }
  readonly recents: Recents
  readonly pages: Pages
  readonly all: Map<string, OpenDocument>
  /** One document is opened at a time, or two pages would find the same one free. */
  readonly opening: ReturnType<typeof inTurn>
}

/** The documents that pages have open: locked from opening to release, watched, saved one save after the other. */
export function openDocuments(machine: Machine, place: Table['place'], recents: Recents, pages: Pages): Documents {
  const all = new Map<string, OpenDocument>()
  const table: Table = { machine, place, recents, pages, all, opening: inTurn() }
  const ofPage = (token: string, owner: string): OpenDocument | undefined => {
    const found = all.get(token)
    return found?.owner === owner ? found : undefined
  }
  watch(table)
  return {
    open: (path, owner) => table.opening(() => open(table, path, owner)),
    async read(token, owner) {
      const document = ofPage(token, owner)
      return document ? document.turn(() => readDocument(machine, document)) : err({ code: 'unknown-ticket' })
    },
    async save(input, owner) {
      const document = ofPage(input.token, owner)
      return document ? document.turn(() => save(table, document, input)) : err({ code: 'unknown-ticket' })
    },
    saveAs: (input, folder, owner) => saveAs(table, input, folder, owner),
    async release(token, owner) {
      const document = ofPage(token, owner)
      if (document) await drop(table, document)
      return document ? ok(null) : err({ code: 'unknown-ticket' })
    },
    async leave(owner) {
      for (const one of all.values()) if (owner === undefined || one.owner === owner) await drop(table, one)
    },
    pathOf: (token, owner) => ofPage(token, owner)?.path,
  }
}

async function drop({ all }: Table, document: OpenDocument): Promise<void> {
  all.delete(document.token)
  await document.turn(async () => document.lock?.release())
}

async function open(table: Table, path: string, owner: string): Promise<Result<DocRef, Problem>> {
  const { all, machine, pages, place, recents } = table
  const found = await lookAtDocument(machine, path)
  if (!found.ok) return found
  const { path: real, facts } = found.value
  const others = [...all.values()].filter(one => one.path === real)
  const own = others.find(one => one.owner === owner)
  if (own) return ok(refOf(own, facts, place.home))
  for (const other of others) if (!pages.isThere(other.owner)) await drop(table, other)
  const taken = await takeDocument(machine, real, facts)
  const document = { token: newTicket(machine), owner, path: real, ...taken, turn: inTurn(), known: undefined, seen: undefined }
  all.set(document.token, document)
  await recents.note(real)
  return ok(refOf(document, facts, place.home))
}

/** Looks at the files from time to time, between saves and not during one. */
function watch(table: Table): void {
  const look = async (): Promise<void> => {
    for (const one of table.all.values()) {
      const change = await one.turn(() => changeOf(table.machine, one))
      if (change && table.all.has(one.token)) table.pages.changed(one.owner, { token: one.token, ...change })
    }
    watch(table)
  }
  table.machine.clock.after(watchPause, () => void look())
}

async function save(table: Table, document: OpenDocument, input: Input<'doc:save'>): Promise<Result<Output<'doc:save'>, Problem>> {
  const { machine, place, recents } = table
  if (document.refusal) return err(document.refusal)
  // Another machine may have taken it while this one slept.
  if (document.lock && !(await document.lock.isHeld())) return err({ code: 'locked', holder: null })
  const saved = await saveFile(machine, {
    path: document.path,
    bytes: input.bytes,
    expected: input.expectSha256,
    backups: documentFolders(place.userData, input.docId).backups,
    reason: input.reason,
    counts: input.elements,
    isShrinkingConfirmed: input.mayShrink,
  })
  if (!saved.ok) return saved
  document.known = saved.value.sha256
  await recents.note(document.path, input.docId)
  const { sha256, size, modifiedMs, durable, isInPlace } = saved.value
  return ok({ sha256, size, mtimeMs: modifiedMs, durable, inPlace: isInPlace })
}

async function saveAs(
  table: Table,
  input: Input<'doc:saveAs'>,
  folder: string,
  owner: string,
): Promise<Result<NonNullable<Output<'doc:saveAs'>>, Problem>> {
  const { all, machine, opening, place, recents } = table
  const path = join(folder, safeFileName(input.suggestedName.replace(/\.jw$/iu, ''), 'jw', '未命名'))
  // Said at once: waiting for the lock of a file that is in the way helps nobody.
  if (await succeeds(() => machine.files.linkFacts(path))) return err({ code: 'already-exists' })
  const { backups } = documentFolders(place.userData, input.docId)
  const saved = await saveUnderLock(machine, { path, bytes: input.bytes, expected: null, backups })
  if (!saved.ok) return saved
  const doc = await opening(() => open(table, saved.value.path, owner))
  if (!doc.ok) return doc
  const document = all.get(doc.value.token)
  if (document) document.known = saved.value.sha256
  await recents.note(saved.value.path, input.docId)
  return ok({ doc: doc.value, sha256: saved.value.sha256, durable: saved.value.durable })
}
