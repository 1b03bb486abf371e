import { evidenceFor } from '#model/method/evidence.ts'
import { type Ledger, ledgerOf, type Rate } from '#model/method/ledger.ts'
import { ledgerOptionsIn } from '#model/method/ledger-options.ts'
import { refIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import { type Now, once } from '../session/now.ts'

/** The document element, of which there is one. */
export function documentOf({ view }: Now): Element | undefined {
  for (const id of view.lookups.allOf('document')) return view.get(id)
  return undefined
}

export const optionsOf = once(now => ledgerOptionsIn(documentOf(now)))

/** The two rates and what is ready. */
export const ledger = once((now): Ledger => ledgerOf(now.view, optionsOf(now)))

/** How many more must be satisfied to reach the target. */
export const shortOf = ({ satisfied, needed, target }: Rate): number => Math.max(0, Math.ceil((needed * target) / 100) - satisfied)

/** Collaborations across departments in numbers. */
export interface Collaborating {
  readonly declared: readonly string[]
  /** Those a flow shows. */
  readonly byLink: readonly string[]
  readonly organisations: readonly string[]
}

export const collaborating = once(({ view }): Collaborating => {
  const declared: string[] = []
  const byLink: string[] = []
  const organisations = new Set<string>()
  for (const id of view.lookups.allOf('collaboration')) {
    const element = view.get(id)
    if (element === undefined) continue
    declared.push(id)
    if (evidenceFor(element, view).link) byLink.push(id)
    for (const field of ['from', 'to']) {
      const organisation = refIn(element, field)
      if (organisation !== undefined) organisations.add(organisation)
    }
  }
  return { declared, byLink, organisations: [...organisations].sort() }
})
