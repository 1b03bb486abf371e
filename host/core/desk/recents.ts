import { dirname, join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { limits } from '#bridge/limits.ts'
import type { Result } from '#bridge/result.ts'
import type { RecentRef } from '#bridge/values.ts'
import { inTurn } from '../in-turn.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { bytesContent, readWhole } from '../saving/content.ts'
import { ensureFolder, writeWhole } from '../saving/write-durably.ts'
import { folderLabel, shownName } from './labels.ts'
import type { Tickets } from './tickets.ts'

/** A document that was open here. Its id is known once it was saved or journalled. */
interface Recent {
  readonly path: string
  readonly docId: string | null
  readonly openedMs: number
}

/** What was last opened; kept for the next start. That a list cannot be kept is no reason to fail anything. */
export interface Recents {
  readonly list: () => readonly RecentRef[]
  readonly note: (path: string, docId?: string) => Promise<unknown>
  readonly idAt: (path: string) => string | undefined
  /** Where a document was last. */
  readonly pathOf: (docId: string) => string | undefined
}

const fileName = 'recents.json'

export async function openRecents(machine: Machine, userData: string, home: string, tickets: Tickets): Promise<Recents> {
  let all = await stored(machine, userData)
  const queue = inTurn()
  return {
    list: () =>
      all.map(({ path, openedMs }) => ({
        recentId: tickets.give(path),
        name: shownName(path),
        folderLabel: folderLabel(dirname(path), home),
        openedMs,
      })),
    note(path, docId) {
      const before = all.find(one => one.path === path)
      const next: Recent = { path, docId: docId ?? before?.docId ?? null, openedMs: machine.clock.now() }
      all = [next, ...all.filter(one => one !== before)].slice(0, limits.recentCount)
      return queue(() => store(machine, userData, all))
    },
    idAt: path => all.find(one => one.path === path)?.docId ?? undefined,
    pathOf: docId => all.find(one => one.docId === docId)?.path,
  }
}

async function store(machine: Machine, userData: string, all: readonly Recent[]): Promise<Result<unknown, Problem>> {
  const made = await attempt(() => ensureFolder(machine, userData))
  if (!made.ok) return made
  return writeWhole(machine, join(userData, fileName), bytesContent(Buffer.from(JSON.stringify(all, undefined, 1))), 'replace')
}

/** What cannot be read counts as nothing. */
async function stored({ files }: Machine, userData: string): Promise<readonly Recent[]> {
  const bytes = await attempt(() => readWhole(files, join(userData, fileName)))
  if (!bytes.ok) return []
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes.value))
    return Array.isArray(value) ? value.filter(isRecent).slice(0, limits.recentCount) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { path, docId, openedMs }: Partial<Record<keyof Recent, unknown>> = value
  return typeof path === 'string' && (docId === null || typeof docId === 'string') && typeof openedMs === 'number'
}
