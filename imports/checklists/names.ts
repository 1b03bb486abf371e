import { compareKey } from '#model/base/text.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/wording.ts'

/** Elements that rows of the workbook add or rename, for references from other rows. */
export interface Names {
  readonly wording: Wording
  /** An element that is new. */
  readonly add: (id: ElementId, kind: string, words: Words) => void
  /** One that is there, under the words it is to have. */
  readonly alias: (id: ElementId, kind: string, words: Words) => void
}

export interface Words {
  readonly name: string
  readonly code: string
}

interface Named extends Words {
  readonly id: ElementId
  readonly kind: string
}

/** The words of the document, and those of the workbook beside them. */
export function openNames(wording: Wording): Names {
  const byId = new Map<ElementId, Named>()
  const byCode = new Map<string, Named[]>()
  const byName = new Map<string, Named[]>()
  const fits = (one: Named, kinds: readonly string[]): boolean => kinds.includes('*') || kinds.includes(one.kind)
  const found = (index: ReadonlyMap<string, readonly Named[]>, written: string, kinds: readonly string[]): readonly ElementId[] =>
    (index.get(compareKey(written)) ?? []).flatMap(one => (fits(one, kinds) ? [one.id] : []))
  const list = (one: Named): void => {
    if (one.code !== '') push(byCode, compareKey(one.code), one)
    if (one.name !== '') push(byName, compareKey(one.name), one)
  }
  return {
    add(id, kind, words) {
      const one = { id, kind, ...words }
      byId.set(id, one)
      list(one)
    },
    alias: (id, kind, words) => list({ id, kind, ...words }),
    wording: {
      ...wording,
      nameOf(id) {
        const own = byId.get(id)
        return own === undefined ? wording.nameOf(id) : { name: own.name, ...(own.code === '' ? {} : { code: own.code }) }
      },
      resolve(written, kinds) {
        const own = byId.get(written.trim())
        if (own && fits(own, kinds)) return [own.id]
        const before = wording.resolve(written, kinds)
        const coded = found(byCode, written, kinds)
        const ids = coded.length > 0 ? coded : before.length > 0 ? [] : found(byName, written, kinds)
        return [...new Set([...before, ...ids])]
      },
    },
  }
}

function push<V>(index: Map<string, V[]>, key: string, value: V): void {
  const known = index.get(key)
  if (known) known.push(value)
  else index.set(key, [value])
}
