import type { Machine } from '../machine.ts'

/** Random texts that stand for paths, valid for this run. */
export interface Tickets {
  /** The same path has the same ticket. */
  readonly give: (path: string) => string
  readonly of: (ticket: string) => string | undefined
}

/** 22 signs, 128 random bits. */
export const newTicket = ({ random }: Machine): string => Buffer.from(random(16), 'hex').toString('base64url')

export function openTickets(machine: Machine): Tickets {
  const ofPath = new Map<string, string>()
  const paths = new Map<string, string>()
  return {
    give(path) {
      const ticket = ofPath.get(path) ?? newTicket(machine)
      ofPath.set(path, ticket)
      paths.set(ticket, path)
      return ticket
    },
    of: ticket => paths.get(ticket),
  }
}
