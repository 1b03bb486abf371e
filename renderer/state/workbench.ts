import { create } from 'zustand'
import { home, type Page, type Place } from './place.ts'

export type Theme = 'light' | 'dark'

/** What is not in the document: where a person is, and how it looks. */
export interface Workbench {
  readonly place: Place
  /** Undefined follows the system. */
  readonly theme: Theme | undefined
  readonly go: (on: Page, selected?: string) => void
  readonly select: (element: string | undefined) => void
  readonly put: (place: Place) => void
  readonly wear: (theme: Theme | undefined) => void
}

export const useWorkbench = create<Workbench>()(set => ({
  place: home,
  theme: undefined,
  go: (on, selected) => set({ place: selected === undefined ? { on } : { on, selected } }),
  select: selected => set(({ place: { on } }) => ({ place: selected === undefined ? { on } : { on, selected } })),
  put: place => set({ place }),
  wear: theme => set({ theme }),
}))
