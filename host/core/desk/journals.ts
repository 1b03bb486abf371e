import { join } from 'node:path'
import type { Input, Output } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { inTurn } from '../in-turn.ts'
import { type Journal, startJournal } from '../journal/journal.ts'
import { epochsIn } from '../journal/epochs.ts'
import { discardEpochs, emptyTrash } from '../journal/trash.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { documentFolders } from '../user-data.ts'

/** The journals that pages write. */
export interface Journals {
  readonly append: (input: Input<'journal:append'>, owner: string) => Promise<Result<Output<'journal:append'>, Problem>>
  readonly close: (input: Input<'journal:close'>, owner: string) => Promise<Result<null, Problem>>
  readonly isOpen: (docId: string) => boolean
  /** Flushes and closes those of a page, or all; what they hold stays for the next start. */
  readonly leave: (owner?: string) => Promise<void>
}

interface Open {
  readonly owner: string
  readonly journal: Journal
  /** Every epoch it wrote or adopted. */
  readonly epochs: readonly number[]
  nextSeq: number
  durableSeq: number
}

type Start = NonNullable<Input<'journal:append'>['start']>

/** What there is around the open journals. */
interface Shelf {
  readonly machine: Machine
  readonly userData: string
  readonly isThere: (owner: string) => boolean
  readonly all: Map<string, Open>
}

const trashIn = (userData: string): string => join(userData, 'trash')

export function openJournals(machine: Machine, userData: string, isThere: Shelf['isThere']): Journals {
  const all = new Map<string, Open>()
  const shelf: Shelf = { machine, userData, isThere, all }
  const queue = inTurn()
  void emptyTrash(machine, trashIn(userData))
  return {
    append: (input, owner) => queue(() => append(shelf, input, owner)),
    close: (input, owner) => queue(() => close(shelf, input, owner)),
    isOpen(docId) {
      const found = all.get(docId)
      return found !== undefined && isThere(found.owner)
    },
    leave: owner =>
      queue(async () => {
        for (const [docId, open] of all) {
          if (owner !== undefined && open.owner !== owner) continue
          all.delete(docId)
          await open.journal.close()
        }
      }),
  }
}

/** Another page's is not touched while that page is there; what a page left is closed and stays for recovery. */
async function othersOf({ all, isThere }: Shelf, docId: string, owner: string): Promise<Problem | undefined> {
  const found = all.get(docId)
  if (found === undefined || found.owner === owner) return undefined
  if (isThere(found.owner)) return { code: 'locked', holder: null }
  all.delete(docId)
  await found.journal.close()
  return undefined
}

async function append(shelf: Shelf, input: Input<'journal:append'>, owner: string): Promise<Result<Output<'journal:append'>, Problem>> {
  const others = await othersOf(shelf, input.docId, owner)
  if (others) return err(others)
  const begun = input.start ? await begin(shelf, input.docId, input.start, owner) : undefined
  if (begun && !begun.ok) return begun
  const open = shelf.all.get(input.docId)
  const epoch = open?.journal.epoch() ?? null
  if (!open || epoch === null || (!begun && (epoch !== input.epoch || open.nextSeq !== input.firstSeq)))
    return err({ code: 'out-of-step', epoch, nextSeq: open?.nextSeq ?? 0 })
  return written(open, epoch, input)
}

async function begin(shelf: Shelf, docId: string, start: Start, owner: string): Promise<Result<Open, Problem>> {
  const { all, machine, userData } = shelf
  const open = all.get(docId)
  const begun = await (open && start.adopts.length === 0
    ? rotated(open, start)
    : started(machine, documentFolders(userData, docId).journal, start, { owner, open }))
  if (begun.ok) all.set(docId, begun.value)
  return begun
}

async function close(shelf: Shelf, { docId, how }: Input<'journal:close'>, owner: string): Promise<Result<null, Problem>> {
  const { all, machine, userData } = shelf
  const others = await othersOf(shelf, docId, owner)
  if (others) return err(others)
  const open = all.get(docId)
  all.delete(docId)
  if (how === 'saved') {
    await open?.journal.finish()
    return ok(null)
  }
  await open?.journal.close()
  const { journal: folder } = documentFolders(userData, docId)
  const epochs = await attempt(() => epochsIn(machine.files, folder))
  if (!epochs.ok) return epochs
  const discarded = epochs.value.length === 0 ? ok(undefined) : await discardEpochs(machine, folder, epochs.value, trashIn(userData))
  return discarded.ok ? ok(null) : discarded
}

async function rotated(open: Open, { snapshot }: Start): Promise<Result<Open, Problem>> {
  const epoch = await open.journal.rotate(snapshot)
  return epoch.ok ? ok({ ...open, epochs: [...open.epochs, epoch.value], nextSeq: 0, durableSeq: 0 }) : epoch
}

/** What is open goes on only in the new one, which adopts it. */
async function started(
  machine: Machine,
  folder: string,
  { snapshot, adopts }: Start,
  { owner, open }: { readonly owner: string; readonly open: Open | undefined },
): Promise<Result<Open, Problem>> {
  const adopted = [...new Set([...adopts, ...(open?.epochs ?? [])])]
  const journal = await startJournal(machine, folder, snapshot, adopted)
  if (!journal.ok) return journal
  await open?.journal.close()
  return ok({ owner, journal: journal.value, epochs: [...adopted, journal.value.epoch()], nextSeq: 0, durableSeq: 0 })
}

async function written(open: Open, epoch: number, input: Input<'journal:append'>): Promise<Result<Output<'journal:append'>, Problem>> {
  if (input.records.length > 0) {
    const appended = await open.journal.append(input.records)
    if (!appended.ok) return appended
    open.nextSeq = appended.value.written
    open.durableSeq = appended.value.durable
  }
  if (input.flush) {
    const flushed = await open.journal.flush()
    if (!flushed.ok) return flushed
    open.durableSeq = flushed.value.durable
  }
  return ok({ epoch, nextSeq: open.nextSeq, durableSeq: open.durableSeq })
}
