import { dirname, join } from 'node:path'
import type { Input, Output } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { JournalRef } from '#bridge/values.ts'
import { listJournals, logName, readJournal, type RecoveredEpoch, snapshotName } from '../journal/epochs.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { documentFolders, isDocumentId } from '../user-data.ts'
import { folderLabel, shownName } from './labels.ts'
import type { Recents } from './recents.ts'

/** What earlier runs left of documents. */
export async function recoverable(
  machine: Machine,
  place: { readonly userData: string; readonly home: string },
  recents: Recents,
  isOpen: (docId: string) => boolean,
): Promise<Result<JournalRef[], Problem>> {
  const ids = await listJournals(machine, join(place.userData, 'journal'))
  if (!ids.ok) return ids
  const found: JournalRef[] = []
  for (const docId of ids.value.filter(isDocumentId)) {
    const { journal: folder } = documentFolders(place.userData, docId)
    const epochs = await readJournal(machine, folder)
    if (!epochs.ok) return epochs
    const path = recents.pathOf(docId)
    found.push({
      docId,
      name: path === undefined ? null : shownName(path),
      folderLabel: path === undefined ? null : folderLabel(dirname(path), place.home),
      epochs: await Promise.all(epochs.value.map(epoch => refOf(machine, folder, epoch))),
      isOpen: isOpen(docId),
    })
  }
  return ok(found.filter(({ epochs }) => epochs.length > 0))
}

async function refOf({ files }: Machine, folder: string, { epoch, records, tail }: RecoveredEpoch): Promise<JournalRef['epochs'][number]> {
  const log = await attempt(() => files.facts(join(folder, logName(epoch))))
  const facts = log.ok ? log : await attempt(() => files.facts(join(folder, snapshotName(epoch))))
  return { epoch, records: records.length, tail, changedMs: facts.ok ? facts.value.modifiedMs : 0 }
}

/** One epoch, the newest if none is named. */
export async function readRecoverable(
  machine: Machine,
  userData: string,
  { docId, epoch }: Input<'journal:read'>,
): Promise<Result<Output<'journal:read'>, Problem>> {
  const found = await readJournal(machine, documentFolders(userData, docId).journal)
  if (!found.ok) return found
  const wanted = epoch === null ? found.value[0] : found.value.find(one => one.epoch === epoch)
  if (!wanted) return err({ code: 'gone' })
  return ok({ ...wanted, records: [...wanted.records] })
}
