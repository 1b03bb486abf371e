import { z } from 'zod'
import { limits } from './limits.ts'
import type { CallName, EventName } from './names.ts'
import type { Problem } from './problems.ts'
import type { Result } from './result.ts'
import * as v from './values.ts'

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

const nothing = z.null()

/**
 * Everything the interface may ask of the machine, and all it gets. Every shell answers it; nothing else crosses. Closed: a
 * key that does not stand here is refused. Where a person may call off, the answer is null. Source: reliability §2.8.
 *
 * A shell without dialogs (`capabilities.dialogs` is `pages`) is given what a page chose with `chooser:list`; one with dialogs
 * asks itself and is given null.
 */
export const calls = {
  'app:info': call(
    nothing,
    z.strictObject({
      version: v.Shown,
      shell: z.enum(['local', 'electron']),
      /** Of the runtime: `node`, and of the shell what there is. */
      versions: z.record(v.FileKind, v.Shown),
      /** Where journal and backups lie, for people. */
      userDataLabel: v.Shown,
      capabilities: z.strictObject({ dialogs: z.enum(['own', 'pages']), reveal: z.boolean() }),
      /** Whether the program is what was built; `unchecked` where nothing vouches for it. */
      integrity: z.enum(['verified', 'unchecked', 'damaged']),
      /** Last opened first. */
      recents: z.array(v.RecentRef).max(limits.recentCount),
    }),
  ),
  /** Takes the lock, held until `doc:release` or until the page is gone. Somebody else has it: `readOnly`, `heldBy`. */
  'doc:openDialog': call(z.strictObject({ choice: v.Ticket.nullable() }), v.DocRef.nullable()),
  'doc:openRecent': call(z.strictObject({ recentId: v.Ticket }), v.DocRef),
  'doc:read': call(z.strictObject({ token: v.Ticket }), z.strictObject({ bytes: v.bytesUpTo(limits.document), sha256: v.Hash })),
  'doc:save': call(
    z.strictObject({
      token: v.Ticket,
      docId: v.DocumentId,
      bytes: v.bytesUpTo(limits.document),
      /** What was read or last saved; after a conflict that a person decided, what was found. Null: the file was gone. */
      expectSha256: v.Hash.nullable(),
      /** Why a copy of the version before is due; any but `routine` makes it a condition of saving. */
      reason: z.enum(['routine', 'format', 'overwriting']),
      elements: z.strictObject({ before: z.int().min(0), after: z.int().min(0) }),
      /** A person confirmed that so much is to go. */
      mayShrink: z.boolean(),
    }),
    z.strictObject({ sha256: v.Hash, size: v.Amount, mtimeMs: z.number(), durable: z.boolean(), inPlace: z.boolean() }),
  ),
  /** Never over a file that is there, unless the shell's own dialog asked. `folder` is a ticket of `chooser:list`. */
  'doc:saveAs': call(
    z.strictObject({
      suggestedName: v.FileName,
      docId: v.DocumentId,
      bytes: v.bytesUpTo(limits.document),
      folder: v.Ticket.nullable(),
    }),
    z.strictObject({ doc: v.DocRef, sha256: v.Hash, durable: z.boolean() }).nullable(),
  ),
  'doc:release': call(z.strictObject({ token: v.Ticket }), nothing),
  /** By token where the document itself cannot say its id. Newest first. */
  'backup:list': call(
    z.union([z.strictObject({ token: v.Ticket }), z.strictObject({ docId: v.DocumentId })]),
    z.strictObject({ docId: v.DocumentId.nullable(), backups: z.array(v.BackupRef) }),
  ),
  'backup:read': call(
    z.strictObject({ docId: v.DocumentId, backupId: v.FileName }),
    z.strictObject({ bytes: v.bytesUpTo(limits.document), sha256: v.Hash }),
  ),
  'import:open': call(
    z.strictObject({ kinds: z.array(v.FileKind).min(1).max(20), choices: z.array(v.Ticket).min(1).max(limits.importCount).nullable() }),
    z
      .array(z.strictObject({ name: v.FileName, kind: v.FileKind, bytes: v.bytesUpTo(limits.imported) }))
      .max(limits.importCount)
      .nullable(),
  ),
  'export:save': call(
    z.strictObject({
      kind: v.FileKind,
      suggestedName: v.FileName,
      bytes: v.bytesUpTo(limits.document),
      folder: v.Ticket.nullable(),
    }),
    z.strictObject({ name: v.FileName, exportId: v.Ticket }).nullable(),
  ),
  /** Shows in the system's file manager what this run exported. */
  'export:reveal': call(z.strictObject({ exportId: v.Ticket }), nothing),
  /**
   * Written when it answers; flushed within 250 ms or 20 records, or before it answers if `flush`: on blur, hide, close.
   * `start` begins an epoch, with every save and from time to time: the answer says its number, and the numbers of its records
   * begin at 0. An `epoch` and `firstSeq` that are not the next give `out-of-step`.
   */
  'journal:append': call(
    z
      .strictObject({
        docId: v.DocumentId,
        epoch: v.Epoch.nullable(),
        start: z
          .strictObject({
            snapshot: v.bytesUpTo(limits.document),
            /** Epochs the snapshot was recovered from: they go when the document is saved. */
            adopts: z.array(v.Epoch).max(100),
          })
          .nullable(),
        firstSeq: v.Sequence,
        records: z
          .array(v.bytesUpTo(limits.records))
          .max(limits.recordCount)
          .refine(all => all.reduce((sum, one) => sum + one.byteLength, 0) <= limits.records, 'too large'),
        flush: z.boolean(),
      })
      .refine(
        ({ epoch, start, firstSeq }) => (epoch === null) === (start !== null) && (start === null || firstSeq === 0),
        'start or epoch',
      ),
    /** The number of the next record, and of the first that a power cut might take. */
    z.strictObject({ epoch: v.Epoch, nextSeq: v.Sequence, durableSeq: v.Sequence }),
  ),
  'journal:list': call(nothing, z.array(v.JournalRef)),
  /** Null: the newest epoch. */
  'journal:read': call(
    z.strictObject({ docId: v.DocumentId, epoch: v.Epoch.nullable() }),
    z.strictObject({
      epoch: v.Epoch,
      snapshot: v.bytesUpTo(limits.document),
      records: z.array(v.bytesUpTo(limits.document)),
      tail: z.enum(['clean', 'torn', 'damaged']),
    }),
  ),
  /** `saved` removes what this window wrote or adopted; `discard` moves all of the document's to the trash for 30 days. */
  'journal:close': call(z.strictObject({ docId: v.DocumentId, how: z.enum(['saved', 'discard']) }), nothing),
  /**
   * What a page may choose from in a shell without dialogs: folders, and files of the kinds. Null is where a person starts.
   * Nothing above the person's home folder is shown.
   */
  'chooser:list': call(
    z.strictObject({ folder: v.Ticket.nullable(), kinds: z.array(v.FileKind).max(20) }),
    z.strictObject({
      folder: v.Ticket,
      label: v.Shown,
      /** The folder above; null at the top. */
      above: v.Ticket.nullable(),
      entries: z.array(v.ChooserEntry).max(limits.chooserCount),
      /** There were more than are shown. */
      isCut: z.boolean(),
    }),
  ),
} as const satisfies { readonly [Name in CallName]: { readonly input: z.ZodType; readonly output: z.ZodType } }

/** Everything the machine says unasked. */
export const events = {
  /** Null: the file is gone. */
  'doc:changedOnDisk': z.strictObject({ token: v.Ticket, sha256: v.Hash.nullable(), mtimeMs: z.number().nullable() }),
  'app:openFile': v.DocRef,
  /** Whatever a listener still has to do is waited for, that long at most. */
  'app:willClose': z.strictObject({ withinMs: v.Amount }),
} as const satisfies { readonly [Name in EventName]: z.ZodType }

export type Input<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>
export type Output<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>
export type Told<Name extends EventName> = z.infer<(typeof events)[Name]>

/** A call that gives a value or says why not; it rejects only for a bug. */
export type Call<Name extends CallName> = (input: Input<Name>) => Promise<Result<Output<Name>, Problem>>

/** The machine, as the interface sees it. */
export type HostApi = { readonly [Name in CallName]: Call<Name> } & {
  /** Gives what ends the listening. A listener of `app:willClose` may take time and is waited for. */
  readonly on: <Name extends EventName>(name: Name, listener: (told: Told<Name>) => void | Promise<void>) => () => void
}
