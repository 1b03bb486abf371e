import { once } from 'node:events'
import type { Server } from 'node:http'
import { answerer } from '#bridge/answerer.ts'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { type Desk, openDesk } from '../core/desk/desk.ts'
import { newTicket } from '../core/desk/tickets.ts'
import type { Machine } from '../core/machine.ts'
import { systemCodeOf } from '../core/problem-of.ts'
import { auditFolder } from '../core/user-data.ts'
import { answersOf, type Shell } from './answers.ts'
import { recordCall } from './audited.ts'
import { forgetInstance, noteInstance } from './instance.ts'
import { type Life, openPages, type Pages } from './pages.ts'
import { serverOf } from './server.ts'
import { readManifest } from './static-files.ts'

/** Where it is reached, unless told otherwise: always the same, because a page's storage belongs to its address. */
export const usualPort = 47_316

export interface LocalHostOptions extends Shell {
  readonly userData: string
  /** The home folder, links resolved. */
  readonly home: string
  /** 0 takes any that is free: for tests. */
  readonly port: number
  /** A file the first page opens. */
  readonly file: string | undefined
  /** The folder with the pages, as built. */
  readonly pages: string
  /** Said where they are not built. */
  readonly absent: string
  readonly life: Life
  /** A bug of ours, for the report. */
  readonly failed: (error: unknown) => void
}

export interface LocalHost {
  /** The address that starts a page, once. */
  readonly url: string
  readonly port: number
  /** When it has stopped: by itself after the last page, or closed. */
  readonly closed: Promise<void>
  /** Lets pages finish, flushes journals, gives locks back. */
  readonly close: () => Promise<void>
}

/** The port belongs to somebody else. */
export interface PortTaken {
  readonly code: 'port-taken'
}

/** Starts to answer on the loopback interface, and nowhere else. */
export async function startLocalHost(machine: Machine, options: LocalHostOptions): Promise<Result<LocalHost, PortTaken>> {
  let stop = (): void => undefined
  const pages: Pages = openPages(
    machine,
    options.life,
    session => void desk.leave(session),
    () => stop(),
  )
  const desk = await openDesk(machine, options, {
    isThere: session => pages.isThere(session),
    changed: (session, told) => pages.tell(session, 'doc:changedOnDisk', told),
  })
  const site = await siteOf(desk, pages, options)
  const server = serverOf(site)
  if (!(await isListening(server, options.port))) return err({ code: 'port-taken' })
  site.bind(portOf(server))
  await noteInstance(machine, options.userData, { port: site.port(), key: site.key, instance: site.instance })
  const closed = once(server, 'close').then(() => undefined)
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => (closing ??= shut(server, pages, desk, site.instance))
  stop = () => void close()
  return ok({ url: site.handOver(options.file ?? null), port: site.port(), closed, close })
}

/** What the server stands in front of; its address is known once it listens. */
async function siteOf(desk: Desk, pages: Pages, options: LocalHostOptions) {
  const { machine, places } = desk
  const answer = answerer(answersOf(desk, options))
  const toOpen: string[] = []
  let port = 0
  return {
    port: () => port,
    bind(bound: number) {
      port = bound
    },
    instance: newTicket(machine),
    key: newTicket(machine),
    files: await readManifest(options.pages),
    absent: options.absent,
    pages,
    failed: options.failed,
    async answer(name: string, input: unknown, session: string): Promise<Result<unknown, Problem>> {
      const answered = await answer(name, input, session)
      await recordCall(machine, auditFolder(places.userData), { name, input }, answered)
      return answered
    },
    async admitted(session: string) {
      for (const path of toOpen.splice(0)) {
        const opened = await desk.documents.open(path, session)
        if (opened.ok) pages.tell(session, 'app:openFile', opened.value)
      }
    },
    handOver(path: string | null) {
      if (path !== null) toOpen.push(path)
      return `http://127.0.0.1:${port}/#${pages.invite()}`
    },
  }
}

async function isListening(server: Server, port: number): Promise<boolean> {
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true })
    await once(server, 'listening')
    return true
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes(systemCodeOf(error) ?? '')) return false
    throw error
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function shut(server: Server, pages: Pages, desk: Desk, instance: string): Promise<void> {
  await pages.dismiss()
  await desk.leave()
  await forgetInstance(desk.machine, desk.places.userData, instance)
  const ended = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await ended
}
