import { stepOrder } from '#model/analysis/index.ts'
import type { Step } from '#model/schema/define-kind.ts'

export const tabs = ['all', 'missing', 'findings'] as const

/** What a page of a step shows: its elements, what is not done, what was found. */
export type Tab = (typeof tabs)[number]

/** Where a person is. */
export type Page =
  | { readonly page: 'overview' }
  | { readonly page: 'step'; readonly step: Step; readonly tab: Tab }
  | { readonly page: 'list'; readonly list: string }
  | { readonly page: 'findings'; readonly severity: string }
  | { readonly page: 'ready'; readonly element: string }

export interface Place {
  readonly on: Page
  /** The element the inspector shows. */
  readonly selected?: string
}

export const home: Place = { on: { page: 'overview' } }

/** The part of the address after `#`. Law: reading what was written gives the place again. */
export function writePlace({ on, selected }: Place): string {
  const path = [on.page, ...segments(on)].map(encodeURIComponent).join('/')
  return selected === undefined ? `#/${path}` : `#/${path}?at=${encodeURIComponent(selected)}`
}

function segments(on: Page): readonly string[] {
  switch (on.page) {
    case 'overview':
      return []
    case 'step':
      return [on.step, on.tab]
    case 'list':
      return [on.list]
    case 'findings':
      return [on.severity]
    case 'ready':
      return [on.element]
  }
}

/** The place an address names; home when it names none. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?')
  const on = readPage(path.split('/').map(decoded))
  const selected = /^at=(.+)$/u.exec(query)?.[1]
  return selected === undefined ? { on } : { on, selected: decoded(selected) }
}

function readPage([page, first, second]: readonly string[]): Page {
  switch (page) {
    case 'step': {
      const step = stepOrder.find(one => one === first)
      return step === undefined ? home.on : { page, step, tab: tabs.find(one => one === second) ?? 'all' }
    }
    case 'list':
      return first === undefined ? home.on : { page, list: first }
    case 'findings':
      return { page, severity: first ?? 'all' }
    case 'ready':
      return first === undefined ? home.on : { page, element: first }
    default:
      return home.on
  }
}

/** Percent signs a person typed wrongly stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
