import type { ServerResponse } from 'node:http'
import type { Told } from '#bridge/contract.ts'
import { limits } from '#bridge/limits.ts'
import type { EventName } from '#bridge/names.ts'
import { newTicket } from '../core/desk/tickets.ts'
import type { Clock, Machine } from '../core/machine.ts'
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
  const all = new Map<string, Page>()
  const presence = watchPresence(clock, life, { all, onGone, onEmpty })
  beatLater(clock, all)
  return {
    ...admission(machine, all),
    isThere: session => (all.get(session)?.streams.size ?? 0) > 0,
    listen(session, response) {
      const page = all.get(session)
      if (!page) return
      presence.came(page, response)
      for (const line of page.waiting.splice(0)) response.write(line)
    },
    tell(session, name, told) {
      const page = all.get(session)
      if (page) say(page, `${JSON.stringify({ event: name, data: told })}\n`)
    },
    async dismiss() {
      const line = `${JSON.stringify({ event: 'app:willClose', data: { withinMs: limits.closing } })}\n`
      for (const page of all.values()) if (page.streams.size > 0) say(page, line)
      await presence.untilEmpty(limits.closing)
    },
  }
}

/** Who may become a page, and which page a session is. */
function admission(machine: Machine, all: Map<string, Page>): Pick<Pages, 'invite' | 'admit' | 'known'> {
  const invitations = new Set<string>()
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
      all.set(session, { session, streams: new Set(), waiting: [], cancelLeaving: undefined })
      return session
    },
    known: session => [...all.keys()].filter(one => isSame(session, one))[0],
  }
}

function say(page: Page, line: string): void {
  if (page.streams.size === 0) page.waiting = [...page.waiting, line].slice(-waitingMost)
  for (const stream of page.streams) stream.write(line)
}

function beatLater(clock: Clock, all: ReadonlyMap<string, Page>): void {
  clock.after(heartbeat, () => {
    for (const { streams } of all.values()) for (const stream of streams) stream.write('\n')
    beatLater(clock, all)
  })
}

interface Watched {
  readonly all: ReadonlyMap<string, Page>
  readonly onGone: (session: string) => void
  readonly onEmpty: () => void
}

interface Presence {
  readonly came: (page: Page, response: ServerResponse) => void
  /** Until no page listens any more; so many milliseconds at most. */
  readonly untilEmpty: (most: number) => Promise<void>
}

function watchPresence(clock: Clock, life: Life, { all, onGone, onEmpty }: Watched): Presence {
  let onHungUp = (): void => undefined
  let cancelEmpty = clock.after(life.first, onEmpty)
  const isAnyThere = (): boolean => [...all.values()].some(({ streams }) => streams.size > 0)
  const hungUp = (page: Page, response: ServerResponse): void => {
    page.streams.delete(response)
    onHungUp()
    if (page.streams.size > 0) return
    page.cancelLeaving = clock.after(life.idle, () => onGone(page.session))
    if (isAnyThere()) return
    cancelEmpty()
    cancelEmpty = clock.after(life.idle, onEmpty)
  }
  return {
    came(page, response) {
      cancelEmpty()
      page.cancelLeaving?.()
      page.streams.add(response)
      response.on('close', () => hungUp(page, response))
    },
    async untilEmpty(most) {
      cancelEmpty()
      if (!isAnyThere()) return
      await new Promise<void>(resolve => {
        const cancel = clock.after(most, resolve)
        onHungUp = () => {
          if (isAnyThere()) return
          cancel()
          resolve()
        }
      })
    },
  }
}
