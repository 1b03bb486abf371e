import type { ServerResponse } from 'node:http'
import type { Told } from '#bridge/contract.ts'
import { limits } from '#bridge/limits.ts'
import type { EventName } from '#bridge/names.ts'
import { newTicket } from '#host/core/desk/tickets.ts'
import type { Machine } from '#host/core/machine.ts'
import { isSame } from './guard.ts'

/** How long the host stays without a page, in milliseconds. */
export interface Life {
  /** After the last page has gone. */
  readonly idle: number
  /** Before the first one has come. */
  readonly first: number
}

interface Page {
  readonly session: string
  readonly streams: Set<ServerResponse>
  /** Lines said while nobody listened. */
  waiting: string[]
  cancelLeaving: (() => void) | undefined
}

/** The pages of this run. A ticket makes one, once; its session is known by its page alone. */
export interface Pages {
  /** What goes behind `#` of the address that starts a page. */
  readonly invite: () => string
  /** The session for a ticket that was not used yet. */
  readonly admit: (ticket: string) => string | undefined
  /** The session itself if it is one, compared in constant time. */
  readonly known: (session: string | undefined) => string | undefined
  readonly isThere: (session: string) => boolean
  /** The page listens from now on. */
  readonly listen: (session: string, response: ServerResponse) => void
  readonly tell: <Name extends EventName>(session: string, name: Name, told: Told<Name>) => void
  /** Asks every page to finish, and waits until they have hung up, so long at most. */
  readonly dismiss: () => Promise<void>
}

/** How often a stream says that it lives, in milliseconds. */
const heartbeat = 15_000
const waitingMost = 100

/** `onGone` is called when a page has not listened for `life.idle`, `onEmpty` when none has. */
export function openPages(machine: Machine, life: Life, onGone: (session: string) => void, onEmpty: () => void): Pages {
  const { clock } = machine
  const invitations = new Set<string>()
  const pages = new Map<string, Page>()
  let onHungUp = (): void => undefined
  let cancelEmpty: (() => void) | undefined = clock.after(life.first, onEmpty)
  const isAnyThere = (): boolean => [...pages.values()].some(({ streams }) => streams.size > 0)

  const hungUp = (page: Page, response: ServerResponse): void => {
    page.streams.delete(response)
    onHungUp()
    if (page.streams.size > 0) return
    page.cancelLeaving = clock.after(life.idle, () => onGone(page.session))
    if (isAnyThere()) return
    cancelEmpty?.()
    cancelEmpty = clock.after(life.idle, onEmpty)
  }
  const say = (page: Page, line: string): void => {
    if (page.streams.size === 0) page.waiting = [...page.waiting, line].slice(-waitingMost)
    for (const stream of page.streams) stream.write(line)
  }
  const beat = (): void => {
    for (const { streams } of pages.values()) for (const stream of streams) stream.write('\n')
    clock.after(heartbeat, beat)
  }
  clock.after(heartbeat, beat)
  return {
    invite() {
      const ticket = newTicket(machine)
      invitations.add(ticket)
      return ticket
    },
    admit(ticket) {
      const found = [...invitations].find(one => isSame(ticket, one))
      if (found === undefined) return undefined
      invitations.delete(found)
      const session = newTicket(machine)
      pages.set(session, { session, streams: new Set(), waiting: [], cancelLeaving: undefined })
      return session
    },
    known: session => [...pages.keys()].filter(one => isSame(session, one))[0],
    isThere: session => (pages.get(session)?.streams.size ?? 0) > 0,
    listen(session, response) {
      const page = pages.get(session)
      if (!page) return
      cancelEmpty?.()
      page.cancelLeaving?.()
      page.streams.add(response)
      response.on('close', () => hungUp(page, response))
      for (const line of page.waiting.splice(0)) response.write(line)
    },
    tell(session, name, told) {
      const page = pages.get(session)
      if (page) say(page, `${JSON.stringify({ event: name, data: told })}\n`)
    },
    async dismiss() {
      cancelEmpty?.()
      const line = `${JSON.stringify({ event: 'app:willClose', data: { withinMs: limits.closing } })}\n`
      for (const page of pages.values()) if (page.streams.size > 0) say(page, line)
      if (!isAnyThere()) return
      await new Promise<void>(resolve => {
        const cancel = clock.after(limits.closing, resolve)
        onHungUp = () => {
          if (isAnyThere()) return
          cancel()
          resolve()
        }
      })
    },
  }
}
