import { dirname, extname, join } from 'node:path'
import type { Input, Output } from '#bridge/contract.ts'
import { limits } from '#bridge/limits.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { ChooserEntry } from '#bridge/values.ts'
import type { Machine } from '../machine.ts'
import { attempt, unless } from '../problem-of.ts'
import { folderLabel, isPlainName, isWithin } from './labels.ts'
import type { Tickets } from './tickets.ts'

const kindOf = (name: string): string => extname(name).slice(1).toLowerCase()

const byName = new Intl.Collator('zh-CN', { numeric: true })

/**
 * Folders and files a page may choose from. Nothing hidden, nothing that leads out of the home folder: not by name, not by
 * link. What cannot be looked at is left out.
 */
export async function listFolder(
  machine: Machine,
  home: string,
  tickets: Tickets,
  { folder, kinds }: Input<'chooser:list'>,
): Promise<Result<Output<'chooser:list'>, Problem>> {
  const path = folder === null ? home : tickets.of(folder)
  if (path === undefined) return err({ code: 'unknown-ticket' })
  const listed = await attempt(async () => {
    const real = await machine.files.realPath(path)
    return { real, names: await machine.files.list(real) }
  })
  if (!listed.ok) return listed
  const { real, names } = listed.value
  if (!isWithin(real, home)) return err({ code: 'not-allowed' })
  const found: ChooserEntry[] = []
  for (const name of names) {
    const entry = name.startsWith('.') || !isPlainName(name) ? undefined : await entryOf(machine, join(real, name), home, tickets)
    if (entry?.sort === 'folder' || (entry && kinds.includes(kindOf(name)))) found.push({ ...entry, name })
  }
  found.sort((a, b) => (a.sort === b.sort ? byName.compare(a.name, b.name) : a.sort === 'folder' ? -1 : 1))
  return ok({
    folder: tickets.give(real),
    label: folderLabel(real, home),
    above: real === home ? null : tickets.give(dirname(real)),
    entries: found.slice(0, limits.chooserCount),
    isCut: found.length > limits.chooserCount,
  })
}

async function entryOf({ files }: Machine, path: string, home: string, tickets: Tickets): Promise<Omit<ChooserEntry, 'name'> | undefined> {
  return unless(['ENOENT', 'EACCES', 'EPERM', 'ELOOP', 'EIO'], async () => {
    const { sort, size, modifiedMs } = await files.facts(path)
    if (sort !== 'folder' && sort !== 'file') return undefined
    return isWithin(await files.realPath(path), home) ? { token: tickets.give(path), sort, size, mtimeMs: modifiedMs } : undefined
  })
}
