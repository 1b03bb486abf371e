import { z } from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/u)

/** Who holds a document, as its lock file says. Times are ISO 8601 in UTC. */
export const LockHolder = z.object({
  host: z.string(),
  user: z.string(),
  pid: z.int(),
  /** Tells a process from a later one with the same number; null where the system does not say. */
  start: z.string().nullable(),
  nonce: z.string(),
  since: z.string(),
  heartbeat: z.string(),
})

export type LockHolder = z.infer<typeof LockHolder>

/** What the system said, for the report to the developers; absent when the refusal is our own. */
const systemCode = { system: z.string().optional() }

/**
 * Everything that can go wrong outside, for a reason a person can act on. Texts stand in `words/` by code.
 * Whatever the code: what was there before is still there, and what was to be saved is still unsaved.
 */
export const Problem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('gone'), ...systemCode }),
  z.object({ code: z.literal('already-exists'), ...systemCode }),
  z.object({ code: z.literal('not-a-file'), ...systemCode }),
  z.object({ code: z.literal('name-too-long'), ...systemCode }),
  z.object({ code: z.literal('too-large'), ...systemCode }),
  z.object({ code: z.literal('read-only'), ...systemCode }),
  z.object({ code: z.literal('not-allowed'), ...systemCode }),
  z.object({ code: z.literal('disk-full'), ...systemCode }),
  /** Share gone, stick pulled, bad sector, no answer. */
  z.object({ code: z.literal('unreachable'), ...systemCode }),
  /** Another program has the file open. `rescued` names the file beside it that now holds the new content. */
  z.object({ code: z.literal('busy'), rescued: z.string().optional(), ...systemCode }),
  /** The file is no longer what was loaded; `found` is the SHA-256 of what is there now. */
  z.object({ code: z.literal('conflict'), found: Hash }),
  /** Far fewer elements than before: to be confirmed first. */
  z.object({ code: z.literal('would-shrink'), before: z.int(), after: z.int() }),
  /** What was read back is not what was written. */
  z.object({ code: z.literal('not-verified') }),
  /** No copy of the previous version could be made, and without one this save would be a risk. */
  z.object({ code: z.literal('no-backup'), ...systemCode }),
  /** Writing in place broke off. The previous version is the backup named. */
  z.object({ code: z.literal('broken-off'), backup: z.string(), ...systemCode }),
  z.object({ code: z.literal('locked'), holder: LockHolder.nullable() }),
  /** A stored record, snapshot or backup does not match its hash. */
  z.object({ code: z.literal('damaged') }),
  z.object({ code: z.literal('nothing-to-undo') }),
  /** The file was changed by something that left no transaction, so the last one cannot be taken back. */
  z.object({ code: z.literal('changed-otherwise') }),
  /** A ticket of another run, or one that was given back. */
  z.object({ code: z.literal('unknown-ticket') }),
  /** What was asked is none of the contract's calls, or not in its form: unknown keys, wrong types, over a limit. */
  z.object({ code: z.literal('not-understood') }),
  /** Whoever asks is not our page in this run. */
  z.object({ code: z.literal('not-ours') }),
  /** This shell has no dialogs of its own; choose with `chooser:list`. */
  z.object({ code: z.literal('no-dialog') }),
  /** A journal goes on with another record or epoch than was given; null if none is open. */
  z.object({ code: z.literal('out-of-step'), epoch: z.int().nullable(), nextSeq: z.int() }),
  /** The machine's side does not answer any more. */
  z.object({ code: z.literal('host-gone') }),
  /** A bug of ours on the machine's side; its report lies there. */
  z.object({ code: z.literal('failed') }),
])

export type Problem = z.infer<typeof Problem>

export type ProblemCode = Problem['code']

/** Every code, in the order of the declaration: words and their tests go through it. */
export const problemCodes: readonly ProblemCode[] = Problem.options.map(option => option.shape.code.value)
