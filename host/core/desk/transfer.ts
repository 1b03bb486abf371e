import { extname, join } from 'node:path'
import type { Input, Output } from '#bridge/contract.ts'
import { limits } from '#bridge/limits.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { attempt } from '../problem-of.ts'
import { safeFileName } from '../safe-file-name.ts'
import { bytesContent, readWhole } from '../saving/content.ts'
import { writeWhole } from '../saving/write-durably.ts'
import type { Machine } from '../machine.ts'
import { shownName } from './labels.ts'

type Imported = NonNullable<Output<'import:open'>>

/** What is in files to be imported; all of it or a problem. Nothing is opened that is not of the kinds or over the limit. */
export async function readImports(
  { files }: Machine,
  paths: readonly string[],
  kinds: readonly string[],
): Promise<Result<Imported, Problem>> {
  const read: Imported = []
  let room: number = limits.imported
  for (const path of paths) {
    const kind = extname(path).slice(1).toLowerCase()
    if (!kinds.includes(kind)) return err({ code: 'not-a-file' })
    const facts = await attempt(() => files.facts(path))
    if (!facts.ok) return facts
    if (facts.value.sort !== 'file') return err({ code: 'not-a-file' })
    room -= facts.value.size
    if (room < 0) return err({ code: 'too-large' })
    const bytes = await attempt(() => readWhole(files, path))
    if (!bytes.ok) return bytes
    read.push({ name: shownName(path), kind, bytes: bytes.value })
  }
  return ok(read)
}

/** Writes an export as a new file and gives its path. */
export async function writeExport(
  machine: Machine,
  folder: string,
  { kind, suggestedName, bytes }: Input<'export:save'>,
): Promise<Result<string, Problem>> {
  const title = suggestedName.toLowerCase().endsWith(`.${kind}`) ? suggestedName.slice(0, -kind.length - 1) : suggestedName
  const path = join(folder, safeFileName(title, kind, '未命名'))
  const written = await writeWhole(machine, path, bytesContent(bytes), 'new')
  return written.ok ? ok(path) : written
}
