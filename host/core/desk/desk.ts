import type { Machine } from '../machine.ts'
import { type Documents, openDocuments, type Pages } from './documents.ts'
import { type Journals, openJournals } from './journals.ts'
import { openRecents, type Recents } from './recents.ts'
import { openTickets, type Tickets } from './tickets.ts'

/** Where a person's things lie. */
export interface Places {
  readonly userData: string
  /** The home folder, links resolved. */
  readonly home: string
}

/** What pages work at: the same for every shell, whatever its windows are. */
export interface Desk {
  readonly machine: Machine
  readonly places: Places
  readonly tickets: Tickets
  readonly recents: Recents
  readonly documents: Documents
  readonly journals: Journals
  /** A page is gone, or all are: journals are flushed and stay, locks are given back. */
  readonly leave: (owner?: string) => Promise<void>
}

export async function openDesk(machine: Machine, places: Places, pages: Pages): Promise<Desk> {
  const tickets = openTickets(machine)
  const recents = await openRecents(machine, places.userData, places.home, tickets)
  const documents = openDocuments(machine, places, recents, pages)
  const journals = openJournals(machine, places.userData, pages.isThere)
  return {
    machine,
    places,
    tickets,
    recents,
    documents,
    journals,
    async leave(owner) {
      await journals.leave(owner)
      await documents.leave(owner)
    },
  }
}
