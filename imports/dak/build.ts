import { keysAfter } from '#model/base/order-key.ts'
import type { Draft } from '#model/document/draft.ts'
import type { ElementId, Line } from '#model/schema/element.ts'
import type { ImportWarning } from '../define-importer.ts'
import type { Kit, KitElement, KitIndicator, KitValue } from './gather.ts'
import { idFinder, idKey, looseKey } from './ids.ts'

/** What a kit became. */
export interface Built {
  /** Links as written, whether their target exists or not. */
  readonly written: number
  readonly resolved: number
  readonly activities: number
  readonly warnings: readonly ImportWarning[]
}

interface Desk {
  readonly kit: Kit
  readonly draft: Draft
  readonly warnings: ImportWarning[]
  /** Indicator key to its element, and what its data are. */
  readonly indicators: Map<
    string,
    { readonly id: ElementId; readonly name: string; readonly data: Set<ElementId>; readonly filters: Line[] }
  >
  readonly dataItems: Map<KitElement, ElementId>
  written: number
  resolved: number
}

/** Turns a kit into elements: data items with their value domains, indicators with their data, activities as items that need them. */
export function build(kit: Kit, name: string, draft: Draft): Built {
  const desk: Desk = { kit, draft, warnings: [], indicators: new Map(), dataItems: new Map(), written: 0, resolved: 0 }
  for (const one of kit.indicators) addIndicator(desk, one)
  for (const one of kit.elements) desk.dataItems.set(one, addDataItem(desk, one))
  const find = idFinder(kit.indicators.map(one => one.id))
  for (const one of kit.elements) {
    const id = desk.dataItems.get(one) ?? ''
    link(desk, find(one.links), id, undefined, one.id || one.label)
    for (const value of one.values) link(desk, find(value.links), id, value, value.id || value.label)
  }
  linkLibraries(desk, find)
  linkFromIndicators(desk)
  finishIndicators(desk)
  const activities = addActivities(desk, name)
  return { written: desk.written, resolved: desk.resolved, activities, warnings: desk.warnings }
}

function addIndicator({ draft, indicators }: Desk, one: KitIndicator): void {
  const id = draft.newId()
  const parts = [
    one.definition,
    one.numerator && `分子：${one.numerator}`,
    one.denominator && `分母：${one.denominator}`,
    one.disaggregation && `分组：${one.disaggregation}`,
  ]
  const caliber = parts.filter(text => text !== '').join('\n')
  draft.add({ id, kind: 'indicator', name: one.name, code: one.id, ...(caliber === '' ? {} : { caliber }) })
  // Placeholder ids stand on several indicators; a link by such an id means the first.
  const key = indicators.has(idKey(one.id)) ? id : idKey(one.id)
  indicators.set(key, { id, name: one.name, data: new Set(), filters: [] })
}

/** Data types of kits in the words of the catalogue guide. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^bool/iu, 'boolean'],
  [/^date ?time/iu, 'datetime'],
  [/^date/iu, 'date'],
  [/^(?:quantity|number|integer|decimal|count)/iu, 'numeric'],
  [/^(?:string|text|id|cod)/iu, 'char'],
]

function addDataItem({ draft }: Desk, one: KitElement): ElementId {
  const id = draft.newId()
  const dataType = types.find(([pattern]) => pattern.test(one.type))?.[1]
  const list = one.values.length > 0 ? addCodeList(draft, one.label, one.id, one.values) : undefined
  const domain = one.values.map(value => value.text).join('；') || one.options
  draft.add({
    id,
    kind: 'dataItem',
    name: one.label,
    ...(one.id === '' ? {} : { code: one.id }),
    ...(one.description === '' ? {} : { definition: one.description }),
    ...(dataType === undefined ? {} : { dataType }),
    ...(domain === '' ? {} : { valueDomain: domain }),
    ...(list === undefined ? {} : { valueList: list }),
    ...(one.details.length === 0 ? {} : { note: one.details.join('\n') }),
    secret: 'unclassified',
  })
  return id
}

function addCodeList(draft: Draft, name: string, code: string, values: readonly KitValue[]): ElementId {
  const id = draft.newId()
  draft.add({
    id,
    kind: 'codeList',
    name,
    ...(code === '' ? {} : { code: `${code}.values` }),
    values: values.map(value => ({ ...(value.id === '' ? {} : { code: value.id }), label: value.label })),
  })
  return id
}

/** Links a datum with the indicators named beside it; a linked value links its datum with the value as filter. Source: contracts C6.5. */
function link(desk: Desk, targets: readonly string[], dataItem: ElementId, value: KitValue | undefined, from: string): void {
  for (const target of targets) {
    desk.written++
    const indicator = desk.indicators.get(idKey(target))
    if (indicator === undefined) {
      desk.warnings.push({ code: 'reference-unknown', values: { from, to: target, ...suggestion(desk, target) } })
      continue
    }
    desk.resolved++
    if (dataItem !== '') indicator.data.add(dataItem)
    if (value && dataItem !== '') indicator.filters.push({ dataItem, value: value.label })
  }
}

/** The id that was probably meant. */
function suggestion({ kit }: Desk, target: string): { readonly meant?: string } {
  const meant = kit.indicators.find(one => looseKey(one.id) === looseKey(target))?.id
  return meant === undefined ? {} : { meant }
}

/** A library is the value domain of every element that says so by the library's name. */
function linkLibraries(desk: Desk, find: (text: string) => readonly string[]): void {
  for (const library of desk.kit.libraries) {
    const users = desk.kit.elements.filter(one => library.names.some(name => one.options.toLowerCase().includes(bare(name))))
    const list = addCodeList(desk.draft, library.sheet, '', library.values)
    for (const user of users) desk.draft.set(desk.dataItems.get(user) ?? '', { valueList: list })
    if (users.length === 0)
      desk.warnings.push({ code: 'values-without-element', values: { sheet: library.sheet, count: library.values.length } })
    const dataItem = desk.dataItems.get(users[0] as KitElement) ?? ''
    for (const value of library.values) link(desk, find(value.links), dataItem, value, value.id || value.label)
  }
}

/** A name without the id that kits put in front of it. */
const bare = (name: string): string => name.toLowerCase().replace(/^[a-z]+(?:\.[a-z0-9]+)*[.\s]+(?=\p{L}{3})/u, '')

/** Some kits name the data elements beside the indicator instead. */
function linkFromIndicators(desk: Desk): void {
  const byId = new Map(Array.from(desk.dataItems, ([one, id]) => [idKey(one.id), id] as const))
  const find = idFinder(desk.kit.elements.map(one => one.id))
  for (const one of desk.kit.indicators) {
    for (const target of find(one.elements)) {
      const dataItem = byId.get(idKey(target))
      desk.written++
      if (dataItem === undefined) desk.warnings.push({ code: 'reference-unknown', values: { from: one.id, to: target } })
      else {
        desk.resolved++
        desk.indicators.get(idKey(one.id))?.data.add(dataItem)
      }
    }
  }
}

function finishIndicators({ draft, indicators, warnings }: Desk): void {
  for (const { id, name, data, filters } of indicators.values()) {
    if (data.size === 0) warnings.push({ code: 'indicator-without-data', values: { name, code: draft.get(id)?.code ?? '' } })
    draft.set(id, { dataItems: [...data].sort(), dataFilters: filters })
  }
}

/** Activities become items under a unit per sheet, and need the data that are gathered in them. */
function addActivities(desk: Desk, name: string): number {
  const { draft, kit } = desk
  const needs = new Map<string, { readonly code: string; readonly name: string; readonly sheet: string; readonly data: Set<ElementId> }>()
  for (const one of kit.elements)
    for (const activity of one.activities) {
      const key = activity.code === '' ? activity.name.toLowerCase() : idKey(activity.code)
      const known = needs.get(key) ?? { ...activity, sheet: one.sheet, data: new Set<ElementId>() }
      needs.set(key, known)
      known.data.add(desk.dataItems.get(one) ?? '')
    }
  if (needs.size === 0) return 0
  const [business, module] = [draft.newId(), draft.newId()]
  draft.add({ id: business, kind: 'coreBusiness', name })
  draft.add({ id: module, kind: 'module', name, owner: business, order: 'a0' })
  const sheets = [...new Set(Array.from(needs.values(), one => one.sheet))]
  const units = new Map(
    sheets.map((sheet, index) => [sheet, addUnit(draft, module, sheet, keysAfter(undefined, index + 1).at(-1) ?? '')] as const),
  )
  const orders = keysAfter(undefined, needs.size)
  for (const [index, one] of [...needs.values()].entries())
    draft.add({
      id: draft.newId(),
      kind: 'item',
      name: one.name,
      ...(one.code === '' ? {} : { code: one.code }),
      owner: units.get(one.sheet) ?? module,
      order: orders[index] ?? '',
      needs: [...one.data].sort(),
    })
  return needs.size
}

function addUnit(draft: Draft, owner: ElementId, name: string, order: string): ElementId {
  const id = draft.newId()
  draft.add({ id, kind: 'unit', name, owner, order })
  return id
}
