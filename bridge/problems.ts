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
])

export type Problem = z.infer<typeof Problem>

export type ProblemCode = Problem['code']

/** Every code, in the order of the declaration: words and their tests go through it. */
export const problemCodes: readonly ProblemCode[] = Problem.options.map(option => option.shape.code.value)
