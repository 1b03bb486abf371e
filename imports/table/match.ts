import { compareKey } from '#model/base/text.ts'
import { keysAfter } from '#model/base/order-key.ts'
import type { Draft } from '#model/document/draft.ts'
import type { ElementId, FieldValue } from '#model/schema/element.ts'

type Fields = Record<string, FieldValue | undefined>

/** Matches rows with elements that are already there, so that a list taken in twice changes nothing the second time. */
export interface Matching {
  /** Changes the element this row means, or adds it; a second row of the same name in one department is another element. */
  readonly put: (kind: string, name: string, fields: Fields, owner: ElementId | undefined) => void
  /** Names that stand more than once with one department in what was read. */
  readonly twins: () => readonly { readonly name: string; readonly count: number }[]
}

export function openMatching(draft: Draft): Matching {
  const waiting = new Map<string, ElementId[]>()
  const seen = new Map<string, { readonly name: string; count: number }>()
  const last = new Map<ElementId, string>()
  const before = existing(draft)
  const nextOrder = (owner: ElementId): string => {
    const known = last.get(owner) ?? draft.get(draft.lookups().ownedBy(owner).at(-1) ?? '')?.order
    const [order = ''] = keysAfter(known, 1)
    last.set(owner, order)
    return order
  }
  return {
    put(kind, name, fields, owner) {
      const key = keyOf(kind, name, fields)
      const twin = seen.get(key)
      if (twin) twin.count++
      else seen.set(key, { name, count: 1 })
      const candidates = waiting.get(key) ?? before(kind).get(key)?.slice() ?? []
      const code = codeOf(fields)
      const codes = candidates.map(one => codeOf(draft.get(one) as Fields))
      const exact = code === undefined ? -1 : codes.indexOf(code)
      const at = exact >= 0 ? exact : codes.findIndex(one => fits(code, one))
      const [id] = at < 0 ? [] : candidates.splice(at, 1)
      waiting.set(key, candidates)
      if (id !== undefined) {
        draft.set(id, {
          ...fields,
          ...(code === undefined || codes[at] !== code ? {} : { implementationCode: draft.get(id)?.['implementationCode'] }),
          ...(owner === undefined || draft.get(id)?.owner !== undefined ? {} : { owner, order: nextOrder(owner) }),
        })
        return
      }
      draft.add({ ...fields, id: draft.newId(), kind, name, ...(owner === undefined ? {} : { owner, order: nextOrder(owner) }) })
    },
    twins: () => [...seen.values()].filter(one => one.count > 1),
  }
}

/** Elements of one name and department are told apart by their codes, where both have one. Wide and narrow signs are the same code. */
const fits = (code: string | undefined, other: string | undefined): boolean => code === undefined || other === undefined || code === other

const codeOf = (fields: Fields | undefined): string | undefined => {
  const code = fields?.['implementationCode']
  return typeof code === 'string' ? compareKey(code) : undefined
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const keyOf = (kind: string, name: string, fields: Fields): string => `${kind} ${compareKey(name)} ${textOf(fields['lead'])}`

/** Elements that stood in the document before, by kind and key; made when a kind is first met. */
function existing(draft: Draft): (kind: string) => ReadonlyMap<string, readonly ElementId[]> {
  const byKind = new Map<string, Map<string, ElementId[]>>()
  return kind => {
    const known = byKind.get(kind)
    if (known) return known
    const found = new Map<string, ElementId[]>()
    for (const id of draft.lookups().allOf(kind)) {
      const element = draft.get(id)
      if (element === undefined) continue
      const key = keyOf(kind, element.name, element)
      found.set(key, [...(found.get(key) ?? []), id].sort())
    }
    byKind.set(kind, found)
    return found
  }
}
