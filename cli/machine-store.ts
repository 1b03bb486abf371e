import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { recordEvent } from '#host/core/audit-log.ts'
import { openTransactions, type Recorded, type Transactions } from '#host/core/journal/transactions.ts'
import { thisMachine } from '#host/core/machine.ts'
import { problemOf } from '#host/core/problem-of.ts'
import { listBackups, readBackup } from '#host/core/saving/backups.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveUnderLock } from '#host/core/saving/save-under-lock.ts'
import { auditFolder, documentFolders, isDocumentId, userDataFolder } from '#host/core/user-data.ts'
import type { Kept, SaveStep, Store, Unfinished } from './store.ts'
import { writeNewFolder } from './write-folder.ts'

const machine = thisMachine()

const encoder = new TextEncoder()

const decoder = new TextDecoder()

/** A transaction's operation and delta as one text; the host does not look into it. */
const packed = ({ operation, payload }: Kept): Uint8Array => encoder.encode(JSON.stringify({ operation, payload }))

const unpacked = ({ delta }: Recorded): Kept => JSON.parse(decoder.decode(delta)) as Kept

/** The store of this machine; everything beside the user's own files lies in the user data folder. */
export async function openStore(): Promise<Store> {
  const userData = userDataFolder({ platform: process.platform, home: homedir(), workingFolder: process.cwd(), variables: process.env })
  // An id that another program made up must not lead out of the folder.
  const foldersOf = (document: string) => documentFolders(userData, isDocumentId(document) ? document : hashOf(encoder.encode(document)))
  const within = async <T>(
    document: string,
    go: (transactions: Transactions) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> => {
    const opened = await openTransactions(machine, foldersOf(document).transactions)
    if (!opened.ok) return opened
    try {
      return await go(opened.value)
    } finally {
      await opened.value.release()
    }
  }
  return {
    read: readDocumentFile,
    unfinished: (document, path, sha256) => within(document, transactions => takeUp(transactions, path, sha256)),
    save: step => within(step.document, transactions => saveWithin(transactions, step, foldersOf(step.document).backups)),
    last: (document, path, sha256) =>
      within(document, async transactions => {
        const found = await transactions.undoable({ file: resolve(path), sha256 })
        return found.ok ? ok({ ...unpacked(found.value), id: found.value.transaction.id }) : found
      }),
    async backups(document) {
      const found = await listBackups(machine, foldersOf(document).backups)
      return found.ok ? ok(found.value.map(({ id, time, size }) => ({ name: id, at: time, bytes: size }))) : found
    },
    backup: (document, name) => readBackup(machine, foldersOf(document).backups, name),
    writeNew,
    writeNewFolder,
    source: readSource,
    record: event => recordEvent(machine, auditFolder(userData), event),
    sha256: hashOf,
  }
}

async function readDocumentFile(path: string): Promise<Result<{ bytes: Uint8Array; sha256: string }, Problem>> {
  try {
    const bytes = new Uint8Array(await readFile(path))
    return ok({ bytes, sha256: hashOf(bytes) })
  } catch (error) {
    return err(problemOf(error))
  }
}

/**
 * What a crash left open. Saved after all, it is closed; the file changed since, it is dropped. Not saved, it is given back and
 * stays open: only the save that does it again changes the file, and so lets the next look drop it.
 */
async function takeUp(transactions: Transactions, path: string, sha256: string): Promise<Result<Unfinished | undefined, Problem>> {
  const found = await transactions.unfinished({ file: resolve(path), sha256 })
  if (!found.ok) return found
  let replay: Unfinished | undefined
  for (const one of found.value) {
    const { id, undoes } = one.transaction
    if (one.standing === 'not-saved') {
      replay = { ...unpacked(one), undoes: undoes ?? undefined }
      continue
    }
    const ended = one.standing === 'saved' ? await transactions.close(id) : await transactions.drop(id)
    if (!ended.ok) return ended
  }
  return ok(replay)
}

async function saveWithin(
  transactions: Transactions,
  step: SaveStep,
  backups: string,
): Promise<Result<{ sha256: string; durable: boolean }, Problem>> {
  const change = {
    file: resolve(step.path),
    before: step.expected,
    after: hashOf(step.bytes),
    delta: packed(step),
    ...(step.undoes === undefined ? {} : { undoes: step.undoes }),
  }
  const begun = await transactions.begin(change)
  if (!begun.ok) return begun
  const saved = await saveUnderLock(machine, {
    path: step.path,
    bytes: step.bytes,
    expected: step.expected,
    backups,
    counts: step.elements,
    isShrinkingConfirmed: step.mayShrink,
  })
  if (!saved.ok) {
    await transactions.drop(begun.value)
    return saved
  }
  const closed = await transactions.close(begun.value)
  return closed.ok ? ok({ sha256: saved.value.sha256, durable: saved.value.durable }) : closed
}

async function writeNew(path: string, bytes: Uint8Array, mayReplace: boolean): Promise<Result<undefined, Problem>> {
  try {
    await mkdir(dirname(resolve(path)), { recursive: true })
    await writeFile(path, bytes, { flag: mayReplace ? 'w' : 'wx' })
    return ok(undefined)
  } catch (error) {
    return err(problemOf(error))
  }
}

/** The file itself, or every file below a folder, in the order of their names; hidden ones are left alone. */
async function readSource(path: string): Promise<Result<readonly { name: string; bytes: Uint8Array }[], Problem>> {
  try {
    if ((await stat(path)).isFile()) return ok([{ name: basename(path), bytes: new Uint8Array(await readFile(path)) }])
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
      const full = join(entry.parentPath, entry.name)
      files.push({
        name: full
          .slice(path.length)
          .replace(/^[/\\]/u, '')
          .replaceAll('\\', '/'),
        bytes: new Uint8Array(await readFile(full)),
      })
    }
    return ok(files.sort((a, b) => (a.name < b.name ? -1 : 1)))
  } catch (error) {
    return err(problemOf(error))
  }
}
