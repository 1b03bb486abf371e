/** Why a copy was made. All but the routine ones were made because something was about to be risked. */
export type BackupReason = 'routine' | 'format' | 'shrinking' | 'overwriting' | 'in-place'

/** A copy of an earlier version of a document. */
export interface Backup {
  /** Its file name; sorts by time. */
  readonly id: string
  readonly time: number
  readonly reason: BackupReason
  /** In bytes. */
  readonly size: number
  /** The first 16 digits of the SHA-256 of its content. */
  readonly hash: string
}

const day = 86_400_000

/** How much is kept. Source: reliability §3.2 step 8. */
export const backupLimits = { last: 10, hourly: 24, daily: 30, bytes: 500 * 1024 * 1024, reasonedFor: 30 * day } as const

/** The younger one is enough for another ten minutes. */
const backupPause = 10 * 60_000

/** Whether the last copy is old enough for another. A clock that was set back must not stop copies for days. */
export function isBackupDue(newest: Backup | undefined, now: number): boolean {
  if (newest === undefined) return true
  const age = now - newest.time
  return age < 0 || age >= backupPause
}

/**
 * The copies that may go, newest first as they came. Kept are the last few, one for each of the last hours and days that have
 * any, and for a month those made for a reason; as far as they fit. The newest always stays.
 */
export function backupsToDrop(newestFirst: readonly Backup[], now: number): Backup[] {
  const kept = new Set<Backup>([
    ...newestFirst.slice(0, backupLimits.last),
    ...newestOfEach(newestFirst, day / 24, backupLimits.hourly),
    ...newestOfEach(newestFirst, day, backupLimits.daily),
    ...newestFirst.filter(({ reason, time }) => reason !== 'routine' && now - time < backupLimits.reasonedFor),
  ])
  let bytes = 0
  return newestFirst.filter((backup, index) => {
    if (!kept.has(backup)) return true
    bytes += backup.size
    return index > 0 && bytes > backupLimits.bytes
  })
}

function newestOfEach(newestFirst: readonly Backup[], span: number, count: number): Backup[] {
  const found = new Map<number, Backup>()
  for (const backup of newestFirst) {
    const slot = Math.floor(backup.time / span)
    if (!found.has(slot)) found.set(slot, backup)
  }
  return [...found.values()].slice(0, count)
}
