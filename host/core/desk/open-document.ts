import { dirname } from 'node:path'
import { limits } from '#bridge/limits.ts'
import type { LockHolder, Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { DocRef } from '#bridge/values.ts'
import type { Facts } from '../file-system.ts'
import { inTurn } from '../in-turn.ts'
import { acquireLock, type Lock, lockPathOf } from '../lock.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { hashOf, hashOfFile, readWhole } from '../saving/content.ts'
import { folderLabel, shownName } from './labels.ts'

/** A document that a page has open. */
export interface OpenDocument {
  readonly token: string
  readonly owner: string
  readonly path: string
  readonly lock: Lock | undefined
  /** Why it may not be written, if so. */
  readonly refusal: Problem | undefined
  readonly turn: ReturnType<typeof inTurn>
  /** What its page knows of the file: the hash it read, saved or was told; null for gone, undefined before the first. */
  known: string | null | undefined
  /** `Facts.identity` for which `known` was true. */
  seen: string | undefined
}

/** Of a file that is there and could be a document. */
export async function lookAtDocument(
  { files }: Machine,
  path: string,
): Promise<Result<{ readonly path: string; readonly facts: Facts }, Problem>> {
  const found = await attempt(async () => {
    const real = await files.realPath(path)
    return { path: real, facts: await files.facts(real) }
  })
  if (!found.ok) return found
  if (found.value.facts.sort !== 'file') return err({ code: 'not-a-file' })
  return found.value.facts.size > limits.document ? err({ code: 'too-large' }) : found
}

/** Takes the lock, unless the file cannot be written anyway; a place that takes no locks is no hindrance. */
export async function takeDocument(machine: Machine, path: string, { mode }: Facts): Promise<Pick<OpenDocument, 'lock' | 'refusal'>> {
  // A superuser may write everything; a file that nobody is meant to write is left alone all the same.
  const isWritable = (mode & 0o222) !== 0 && (await succeeds(async () => (await machine.files.open(path, 'r+')).close()))
  if (!isWritable) return { lock: undefined, refusal: { code: 'read-only' } }
  const lock = await acquireLock(machine, lockPathOf(path))
  if (lock.ok) return { lock: lock.value, refusal: undefined }
  return { lock: undefined, refusal: lock.error.code === 'locked' ? lock.error : undefined }
}

export function refOf({ token, path, refusal }: OpenDocument, { size, modifiedMs }: Facts, home: string): DocRef {
  return {
    token,
    name: shownName(path),
    folderLabel: folderLabel(dirname(path), home),
    size,
    mtimeMs: modifiedMs,
    readOnly: refusal !== undefined,
    heldBy: refusal?.code === 'locked' ? named(refusal.holder) : null,
  }
}

/** A lock that is just changing hands names nobody. */
const named = (holder: LockHolder | null) => ({ user: holder?.user ?? '', host: holder?.host ?? '' })

/** Everything in the file, remembered as what the page knows. */
export async function readDocument(
  { files }: Machine,
  document: OpenDocument,
): Promise<Result<{ readonly bytes: Uint8Array; readonly sha256: string }, Problem>> {
  const read = await attempt(async () => {
    const { identity } = await files.facts(document.path)
    return { identity, bytes: await readWhole(files, document.path) }
  })
  if (!read.ok) return read
  const { bytes, identity } = read.value
  if (bytes.byteLength > limits.document) return err({ code: 'too-large' })
  document.known = hashOf(bytes)
  document.seen = identity
  return ok({ bytes, sha256: document.known })
}

/** What became of the file since its page knew it; undefined if nothing did, or nothing that can be told now. */
export async function changeOf(
  { files }: Machine,
  document: OpenDocument,
): Promise<{ readonly sha256: string | null; readonly mtimeMs: number | null } | undefined> {
  if (document.known === undefined) return undefined
  const facts = await attempt(() => files.facts(document.path))
  if (!facts.ok && facts.error.code !== 'gone') return undefined
  const { identity, modifiedMs } = facts.ok ? facts.value : { identity: undefined, modifiedMs: null }
  if (identity === document.seen) return undefined
  const sha256 = identity === undefined ? ok(null) : await attempt(() => hashOfFile(files, document.path))
  if (!sha256.ok) return undefined
  document.seen = identity
  if (sha256.value === document.known) return undefined
  document.known = sha256.value
  return { sha256: sha256.value, mtimeMs: modifiedMs }
}
