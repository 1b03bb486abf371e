import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds, unless } from '../problem-of.ts'
import { ensureFolder, syncFolder } from '../saving/write-durably.ts'
import { logName, snapshotName } from './epochs.ts'

/** How long what a person gave up can still be fetched back, in milliseconds. Source: reliability §3.4. */
const keptFor = 30 * 86_400_000

const nameForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}$/u

/** Moves the journal epochs a person gave up to a new folder of the trash. */
export async function discardEpochs(
  machine: Machine,
  folder: string,
  epochs: readonly number[],
  trash: string,
): Promise<Result<void, Problem>> {
  return attempt(async () => {
    const stamp = new Date(machine.clock.now()).toISOString().replace(/[-:.]/gu, '')
    const place = join(trash, `${stamp}-${machine.random(4)}`)
    await ensureFolder(machine, place)
    for (const name of epochs.flatMap(epoch => [snapshotName(epoch), logName(epoch)]))
      await unless(['ENOENT'], () => machine.files.rename(join(folder, name), join(place, name)))
    await syncFolder(machine, place)
    await syncFolder(machine, folder)
  })
}

/** Removes what has lain in the trash for longer than 30 days; gives how many folders went. */
export async function emptyTrash({ clock, files }: Machine, trash: string): Promise<number> {
  const names = await attempt(() => files.list(trash))
  let removed = 0
  for (const name of names.ok ? names.value : []) {
    const time = timeOf(name)
    if (time === undefined || clock.now() - time <= keptFor) continue
    const place = join(trash, name)
    const isGone = await succeeds(async () => {
      for (const inside of await files.list(place)) await files.unlink(join(place, inside))
      await files.removeFolder(place)
    })
    if (isGone) removed++
  }
  return removed
}

function timeOf(name: string): number | undefined {
  const [, year, month, day, hour, minute, second, fraction] = nameForm.exec(name) ?? []
  if (year === undefined) return undefined
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`)
  return Number.isNaN(time) ? undefined : time
}
