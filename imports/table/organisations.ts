import { compareKey } from '#model/base/text.ts'
import type { Draft } from '#model/document/draft.ts'
import type { ElementId } from '#model/schema/element.ts'

/** Finds or makes the organisations a list names: one per name; codes that differ are kept beside one another. Source: contracts C6.4. */
export interface Organisations {
  readonly idOf: (name: string, code: string | undefined, region: string | undefined) => ElementId
  /** Adds the codes seen to the organisations. */
  readonly finish: () => void
}

export function openOrganisations(draft: Draft): Organisations {
  const found = new Map<string, ElementId>()
  const codes = new Map<ElementId, Set<string>>()
  const known = (name: string): ElementId | undefined =>
    draft
      .lookups()
      .named(name)
      .find(id => draft.get(id)?.kind === 'organisation')
  return {
    idOf(name, code, region) {
      const key = compareKey(name)
      let id = found.get(key) ?? known(name)
      if (id === undefined) {
        id = draft.newId()
        draft.add({ id, kind: 'organisation', name: name.trim(), ...(region === undefined ? {} : { regionCode: region }) })
      }
      found.set(key, id)
      if (code !== undefined && code !== '') codes.set(id, (codes.get(id) ?? new Set<string>()).add(code))
      return id
    },
    finish() {
      for (const [id, seen] of codes) {
        const organisation = draft.get(id)
        if (organisation === undefined) continue
        const alternates = new Set([...((organisation['alternateCodes'] as readonly string[] | undefined) ?? []), ...seen])
        const credit = organisation['creditCode'] ?? [...seen].find(code => /^[0-9A-Z]{18}$/u.test(code))
        if (typeof credit === 'string') alternates.delete(credit)
        draft.set(id, { ...(credit === undefined ? {} : { creditCode: credit }), alternateCodes: [...alternates].sort() })
      }
    },
  }
}
