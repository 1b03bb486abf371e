import { compareKey } from '#model/base/text.ts'
import type { ElementId, Line } from '#model/schema/element.ts'
import type { ImportWarning } from '../define-importer.ts'
import type { Kit, KitElement, KitValue } from './gather.ts'
import { idFinder, idKey, looseKey } from './ids.ts'

/** An indicator that data are linked with. */
export interface Linked {
  readonly id: ElementId
  readonly code: string
  readonly name: string
  readonly data: Set<ElementId>
  readonly filters: Map<string, Line>
}

/** The links of a kit as they are made; `written` counts those whose target does not exist too. */
export interface Links {
  /** What a text names, as written: ids, or where it has none, names in full. */
  readonly targetsIn: (text: string) => readonly string[]
  /** Links a datum with the indicators named beside it; a linked value links its datum with the value as filter. Source: contracts C6.5. */
  readonly link: (targets: readonly string[], dataItem: ElementId | undefined, from: KitElement | KitValue, value?: string) => void
  readonly fromIndicators: (dataItems: ReadonlyMap<KitElement, ElementId>) => void
  readonly counts: () => { readonly written: number; readonly resolved: number }
}

/** Names shorter than this are words that texts use without meaning the indicator. */
const SHORTEST_NAME = 10

/** `indicators` by key: the key of its id, or of its element where the id is missing or used before. */
export function openLinks(kit: Kit, indicators: ReadonlyMap<string, Linked>, warnings: ImportWarning[]): Links {
  const find = idFinder(Array.from(indicators.values(), one => one.code))
  const names = Array.from(indicators, ([key, { name }]) => [key, compareKey(name)] as const).filter(
    ([, name]) => name.length >= SHORTEST_NAME,
  )
  let written = 0
  let resolved = 0
  const arrived = <T>(target: T | undefined, from: string, to: string): T | undefined => {
    written++
    if (target === undefined) warnings.push({ code: 'reference-unknown', values: { from, to, ...suggestion(kit, to) } })
    else resolved++
    return target
  }
  return {
    targetsIn(text) {
      const ids = find(text)
      if (ids.length > 0 || text === '') return ids
      const key = compareKey(text)
      return names.filter(([, name]) => key.includes(name)).map(([target]) => target)
    },
    link(targets, dataItem, { id, label }, value) {
      for (const target of targets) {
        const indicator = arrived(indicators.get(idKey(target)), id || label, target)
        if (indicator === undefined || dataItem === undefined) continue
        indicator.data.add(dataItem)
        if (value !== undefined) indicator.filters.set(JSON.stringify([dataItem, value]), { dataItem, value })
      }
    },
    fromIndicators(dataItems) {
      const dataIn = dataFinder(dataItems)
      for (const one of kit.indicators) {
        const target = indicators.get(idKey(one.id)) ?? Array.from(indicators.values()).find(linked => linked.name === one.name)
        for (const [written, dataItem] of dataIn(one.elements)) {
          const found = arrived(dataItem, one.id || one.name, written)
          if (found !== undefined) target?.data.add(found)
        }
      }
    },
    counts: () => ({ written, resolved }),
  }
}

/** The id that was probably meant. */
function suggestion({ indicators }: Kit, to: string): { readonly meant?: string } {
  const meant = indicators.find(one => one.id !== '' && looseKey(one.id) === looseKey(to))?.id
  return meant === undefined ? {} : { meant }
}

/** Finds the data elements a text names, by their ids, or where it has none, one label a line. */
function dataFinder(
  dataItems: ReadonlyMap<KitElement, ElementId>,
): (text: string) => readonly (readonly [string, ElementId | undefined])[] {
  const byName = new Map(Array.from(dataItems, ([one, id]) => [compareKey(one.label), id] as const).reverse())
  const byId = new Map(Array.from(dataItems, ([one, id]) => [idKey(one.id), id] as const).reverse())
  const find = idFinder(Array.from(dataItems.keys(), one => one.id))
  return text => {
    const ids = find(text)
    if (ids.length > 0) return ids.map(id => [id, byId.get(idKey(id))] as const)
    const labels = text.split(/[\n;；]+/u).flatMap(part => part.trim() || [])
    return labels.map(label => [label, byName.get(compareKey(label))] as const)
  }
}
