import { dirname } from 'node:path'
import type { Answers } from '#bridge/answerer.ts'
import type { Output } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { listFolder } from '../core/desk/choosing.ts'
import type { Desk } from '../core/desk/desk.ts'
import { folderLabel, isWithin, shownName } from '../core/desk/labels.ts'
import { readRecoverable, recoverable } from '../core/desk/recovery.ts'
import { newTicket } from '../core/desk/tickets.ts'
import { readImports, writeExport } from '../core/desk/transfer.ts'
import { hashOf } from '../core/saving/content.ts'
import { listBackups, readBackup } from '../core/saving/backups.ts'
import { documentFolders } from '../core/user-data.ts'

/** What the local host is, beside its desk. */
export interface Shell {
  readonly version: string
  /** Shows a file in the system's file manager; undefined where there is none. */
  readonly reveal: ((path: string) => Promise<boolean>) | undefined
}

/** A page, by its session. */
export type Asker = string

type Group<Prefix extends string> = Pick<Answers<Asker>, Extract<keyof Answers<Asker>, `${Prefix}:${string}`>>

/** Every answer of the contract for a host without windows: pages choose for themselves. */
export function answersOf(desk: Desk, shell: Shell): Answers<Asker> {
  return { ...appAnswers(desk, shell), ...documentAnswers(desk), ...transferAnswers(desk, shell), ...journalAnswers(desk) }
}

function appAnswers(desk: Desk, { version, reveal }: Shell): Group<'app'> & Group<'chooser'> {
  const { machine, places, recents, tickets } = desk
  return {
    'app:info': () =>
      answered({
        version,
        shell: 'local',
        versions: { node: process.versions.node, v8: process.versions.v8 },
        userDataLabel: folderLabel(places.userData, places.home),
        capabilities: { dialogs: 'pages', reveal: reveal !== undefined },
        integrity: 'unchecked',
        recents: [...recents.list()],
      }),
    'chooser:list': input => listFolder(machine, places.home, tickets, input),
  }
}

const answered = async <T>(value: T): Promise<Result<T, Problem>> => ok(value)

/** What a page chose. Without a choice it would take a dialog, and there is none. */
function chosen({ tickets }: Desk, ticket: string | null): Result<string, Problem> {
  if (ticket === null) return err({ code: 'no-dialog' })
  const path = tickets.of(ticket)
  return path === undefined ? err({ code: 'unknown-ticket' }) : ok(path)
}

/** Tickets are given for recent files too, which lie anywhere; a folder to write to lies at home. */
async function chosenFolder(desk: Desk, ticket: string | null): Promise<Result<string, Problem>> {
  const folder = chosen(desk, ticket)
  if (!folder.ok) return folder
  return isWithin(folder.value, desk.places.home) ? folder : err({ code: 'not-allowed' })
}

function documentAnswers(desk: Desk): Group<'doc'> & Group<'backup'> {
  const { documents, machine, places, recents } = desk
  const isDocument = (path: string): boolean => path.toLowerCase().endsWith('.jw')
  return {
    async 'doc:openDialog'({ choice }, asker) {
      const path = chosen(desk, choice)
      if (!path.ok) return path
      return isDocument(path.value) ? documents.open(path.value, asker) : err({ code: 'not-a-file' })
    },
    async 'doc:openRecent'({ recentId }, asker) {
      const path = chosen(desk, recentId)
      if (!path.ok) return path
      const isRecent = recents.list().some(one => one.recentId === recentId)
      return isRecent ? documents.open(path.value, asker) : err({ code: 'unknown-ticket' })
    },
    'doc:read': ({ token }, asker) => documents.read(token, asker),
    'doc:save': (input, asker) => documents.save(input, asker),
    async 'doc:saveAs'(input, asker) {
      const folder = await chosenFolder(desk, input.folder)
      return folder.ok ? documents.saveAs(input, folder.value, asker) : folder
    },
    'doc:release': ({ token }, asker) => documents.release(token, asker),
    async 'backup:list'(input, asker) {
      const path = 'token' in input ? documents.pathOf(input.token, asker) : undefined
      if ('token' in input && path === undefined) return err({ code: 'unknown-ticket' })
      const docId = 'docId' in input ? input.docId : recents.idAt(path ?? '')
      if (docId === undefined) return ok({ docId: null, backups: [] })
      const found = await listBackups(machine, documentFolders(places.userData, docId).backups)
      if (!found.ok) return found
      return ok({ docId, backups: found.value.map(({ id, time, reason, size }) => ({ backupId: id, timeMs: time, reason, size })) })
    },
    async 'backup:read'({ docId, backupId }) {
      const bytes = await readBackup(machine, documentFolders(places.userData, docId).backups, backupId)
      return bytes.ok ? ok({ bytes: bytes.value, sha256: hashOf(bytes.value) }) : bytes
    },
  }
}

function transferAnswers(desk: Desk, { reveal }: Shell): Group<'import'> & Group<'export'> {
  const exported = new Map<string, string>()
  return {
    async 'import:open'({ choices, kinds }) {
      const paths: string[] = []
      for (const choice of choices ?? [null]) {
        const path = chosen(desk, choice)
        if (!path.ok) return path
        paths.push(path.value)
      }
      return readImports(desk.machine, paths, kinds)
    },
    async 'export:save'(input) {
      const folder = await chosenFolder(desk, input.folder)
      if (!folder.ok) return folder
      const path = await writeExport(desk.machine, folder.value, input)
      if (!path.ok) return path
      const exportId = newTicket(desk.machine)
      exported.set(exportId, path.value)
      return ok({ name: shownName(path.value), exportId })
    },
    async 'export:reveal'({ exportId }) {
      const path = exported.get(exportId)
      if (path === undefined) return err({ code: 'unknown-ticket' })
      return (await reveal?.(dirname(path))) ? ok(null) : err({ code: 'unreachable' })
    },
  }
}

function journalAnswers({ journals, machine, places, recents }: Desk): Group<'journal'> {
  return {
    'journal:append': (input, asker) => journals.append(input, asker),
    'journal:list': (): Promise<Result<Output<'journal:list'>, Problem>> =>
      recoverable(machine, places, recents, docId => journals.isOpen(docId)),
    'journal:read': input => readRecoverable(machine, places.userData, input),
    'journal:close': (input, asker) => journals.close(input, asker),
  }
}
