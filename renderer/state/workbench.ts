import { create } from 'zustand'
import { home, type Page, type Place } from './place.ts'

export type Theme = 'light' | 'dark'

/** What is not in the document: where a person is, and how it looks. */
export interface Workbench {
  readonly place: Place
  /** Undefined follows the system. */
  readonly theme: Theme | undefined
  /** Why the last save failed; empty when it did not. */
  readonly trouble: string
  readonly go: (on: Page, selected?: string) => void
  readonly select: (element: string | undefined) => void
  readonly put: (place: Place) => void
  readonly say: (trouble: string) => void
  readonly wear: (theme: Theme | undefined) => void
}

export const useWorkbench = create<Workbench>()(set => ({
  place: home,
  theme: undefined,
  trouble: '',
  go: (on, selected) => set({ place: selected === undefined ? { on } : { on, selected } }),
  select: selected => set(({ place: { on } }) => ({ place: selected === undefined ? { on } : { on, selected } })),
  put: place => set({ place }),
  say: trouble => set({ trouble }),
  wear: theme => set({ theme }),
}))
