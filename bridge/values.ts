import { z } from 'zod'
import { limits } from './limits.ts'

/** Stands for a file or folder. The path stays with the machine; whoever has only the ticket can do only what it was given for. */
export const Ticket = z.string().regex(/^[A-Za-z0-9_-]{22}$/u)

/** SHA-256 in lower-case hex. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/u)

/** What a document calls itself; names its folders of journal and backups. */
export const DocumentId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u)

export const bytesUpTo = (most: number) =>
  z.custom<Uint8Array>(value => value instanceof Uint8Array && value.byteLength <= most, 'no bytes, or too many')

/** The name of a file, never a path. */
export const FileName = z
  .string()
  .min(1)
  .max(limits.nameCharacters)
  .regex(/^[^/\\\p{Cc}]+$/u)

/** A file's extension in lower case, without the dot. */
export const FileKind = z.string().regex(/^[a-z0-9]{1,8}$/u)

/** A text to show; the machine says it, so it is bounded and nothing more. */
export const Shown = z.string().max(4_096)

/** Bytes, milliseconds or numbers of things. */
export const Amount = z.number().min(0)

/** Where numbers of records begin: 0. */
export const Sequence = z.int().min(0)

/** Number of an epoch of a journal: a snapshot and what was done since. */
export const Epoch = z.int().min(1)

export const DocRef = z.strictObject({
  token: Ticket,
  name: FileName,
  /** Its folder, for people: `~/文档`. Not to be opened by. */
  folderLabel: Shown,
  size: Amount,
  mtimeMs: z.number(),
  /** The file cannot be written, or somebody else has it open. */
  readOnly: z.boolean(),
  /** Who has it open, if that is why. */
  heldBy: z.strictObject({ user: Shown, host: Shown }).nullable(),
})

export type DocRef = z.infer<typeof DocRef>

export const RecentRef = z.strictObject({ recentId: Ticket, name: FileName, folderLabel: Shown, openedMs: z.number() })

export type RecentRef = z.infer<typeof RecentRef>

/** Something in a folder that a page may choose. */
export const ChooserEntry = z.strictObject({
  token: Ticket,
  name: FileName,
  sort: z.enum(['folder', 'file']),
  size: Amount,
  mtimeMs: z.number(),
})

export type ChooserEntry = z.infer<typeof ChooserEntry>

export const BackupRef = z.strictObject({
  backupId: FileName,
  timeMs: z.number(),
  reason: z.enum(['routine', 'format', 'shrinking', 'overwriting', 'in-place']),
  size: Amount,
})

/** What a crash or a closed window left of a document. */
export const JournalRef = z.strictObject({
  docId: DocumentId,
  /** Where it was last opened or saved; null for a document that never had a file. */
  name: FileName.nullable(),
  folderLabel: Shown.nullable(),
  /** Newest first. `records` are what was done after its snapshot. */
  epochs: z.array(
    z.strictObject({ epoch: Epoch, records: z.int().min(0), tail: z.enum(['clean', 'torn', 'damaged']), changedMs: z.number() }),
  ),
  /** A window is writing it now: nothing to recover. */
  isOpen: z.boolean(),
})

export type JournalRef = z.infer<typeof JournalRef>
