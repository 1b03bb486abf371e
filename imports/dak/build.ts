import type { Draft } from '#model/document/draft.ts'
import type { ElementId, Line } from '#model/schema/element.ts'
import type { ImportWarning } from '../define-importer.ts'
import { addActivities } from './activity-items.ts'
import type { Kit, KitElement, KitIndicator, KitValue } from './gather.ts'
import { idKey } from './ids.ts'
import { type Linked, type Links, openLinks } from './links.ts'
import { openPutting, type Put } from './put.ts'

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
  readonly put: Put
  readonly warnings: ImportWarning[]
  readonly indicators: Map<string, Linked>
  readonly dataItems: Map<KitElement, ElementId>
}

/** Turns a kit into elements: data items with their value domains, indicators with their data, activities as items that need them. */
export function build(kit: Kit, name: string, draft: Draft): Built {
  const desk: Desk = { kit, draft, put: openPutting(draft), warnings: [], indicators: new Map(), dataItems: new Map() }
  const own = kit.indicators.map(one => addIndicator(desk, one))
  addKnownIndicators(desk)
  const links = openLinks(kit, desk.indicators, desk.warnings)
  for (const one of kit.elements) addElement(desk, one, links)
  linkLibraries(desk, links)
  links.fromIndicators(desk.dataItems)
  finishIndicators(desk, new Set(own))
  const activities = addActivities(desk.put, name, desk.dataItems)
  return { ...links.counts(), activities, warnings: desk.warnings }
}

function addIndicator(desk: Desk, one: KitIndicator): ElementId {
  const parts = [
    one.definition,
    one.numerator && `分子：${one.numerator}`,
    one.denominator && `分母：${one.denominator}`,
    one.disaggregation && `分组：${one.disaggregation}`,
  ]
  const caliber = parts.filter(text => text !== '').join('\n')
  const code = one.id === '' ? {} : { code: one.id }
  const id = desk.put({ kind: 'indicator', name: one.name, ...code, ...(caliber === '' ? {} : { caliber }) })
  remember(desk, id, one)
  return id
}

/** Placeholder ids stand on several indicators; a link by such an id means the first. */
function remember({ draft, indicators }: Desk, id: ElementId, { id: code, name }: Pick<KitIndicator, 'id' | 'name'>): void {
  const key = code === '' || indicators.has(idKey(code)) ? idKey(id) : idKey(code)
  const element = draft.get(id)
  const data = (element?.['dataItems'] as readonly ElementId[] | undefined) ?? []
  const filters = (element?.['dataFilters'] as readonly Line[] | undefined) ?? []
  const byKey = new Map(filters.map(line => [JSON.stringify([line['dataItem'], line['value']]), line] as const))
  indicators.set(key, { id, code, name, data: new Set(data), filters: byKey })
}

/** A dictionary may come after its indicators: those that the document has are linked too. */
function addKnownIndicators(desk: Desk): void {
  const here = new Set(Array.from(desk.indicators.values(), one => one.id))
  for (const id of [...desk.draft.lookups().allOf('indicator')].sort()) {
    const element = desk.draft.get(id)
    if (element?.code !== undefined && !here.has(id)) remember(desk, id, { id: element.code, name: element.name })
  }
}

/** Data types of kits in the words of the catalogue guide. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^bool/iu, 'boolean'],
  [/^date ?time/iu, 'datetime'],
  [/^date/iu, 'date'],
  [/^(?:quantity|number|integer|decimal|count)/iu, 'numeric'],
  [/^(?:string|text|id|cod)/iu, 'char'],
]

/** Adds an element with its links; what is written as links and names none stays readable in the note. */
function addElement(desk: Desk, one: KitElement, links: Links): void {
  const targets = links.targetsIn(one.links)
  const isLost = one.links !== '' && targets.length === 0
  if (isLost) desk.warnings.push({ code: 'link-not-understood', values: { from: one.id || one.label, text: one.links.slice(0, 120) } })
  const id = addDataItem(desk, one, isLost ? [...one.details, one.links] : one.details)
  desk.dataItems.set(one, id)
  links.link(targets, id, one)
  for (const value of one.values) links.link(links.targetsIn(value.links), id, value, value.label)
}

function addDataItem({ put }: Desk, one: KitElement, details: readonly string[]): ElementId {
  const dataType = types.find(([pattern]) => pattern.test(one.type))?.[1]
  const list = one.values.length > 0 ? addCodeList(put, one.label, one.id, one.values) : undefined
  const domain = one.values.map(value => value.text).join('；') || one.options
  return put({
    kind: 'dataItem',
    name: one.label,
    ...(one.id === '' ? {} : { code: one.id }),
    ...(one.description === '' ? {} : { definition: one.description }),
    ...(dataType === undefined ? {} : { dataType }),
    ...(domain === '' ? {} : { valueDomain: domain }),
    ...(list === undefined ? {} : { valueList: list }),
    ...(details.length === 0 ? {} : { note: details.join('\n') }),
    secret: 'unclassified',
  })
}

function addCodeList(put: Put, name: string, code: string, values: readonly KitValue[]): ElementId {
  return put({
    kind: 'codeList',
    name,
    ...(code === '' ? {} : { code: `${code}.values` }),
    values: values.map(value => ({ ...(value.id === '' ? {} : { code: value.id }), label: value.label })),
  })
}

/** A library is the value domain of every element that says so by the library's name. */
function linkLibraries({ kit, put, draft, dataItems, warnings }: Desk, links: Links): void {
  for (const library of kit.libraries) {
    if (library.values.length === 0) continue
    const users = kit.elements.filter(one => library.names.some(name => names(one.options, name)))
    const list = addCodeList(put, library.sheet, '', library.values)
    for (const user of users) draft.set(dataItems.get(user) ?? '', { valueList: list })
    if (users.length === 0)
      warnings.push({ code: 'values-without-element', values: { sheet: library.sheet, count: library.values.length } })
    const [first] = users
    const dataItem = first && dataItems.get(first)
    for (const value of library.values) links.link(links.targetsIn(value.links), dataItem, value, value.label)
  }
}

/** Whether the options of an element name a library; names of one or two letters are in every text. */
function names(options: string, library: string): boolean {
  const name = bare(library)
  return name.length >= 3 && options.toLowerCase().includes(name)
}

/** A name without the id that kits put in front of it. */
const bare = (name: string): string => name.toLowerCase().replace(/^[a-z]+(?:\.[a-z0-9]+)*[.\s]+(?=\p{L}{3})/u, '')

function finishIndicators({ draft, indicators, warnings }: Desk, own: ReadonlySet<ElementId>): void {
  for (const { id, name, data, filters } of indicators.values()) {
    if (data.size === 0 && own.has(id)) warnings.push({ code: 'indicator-without-data', values: { name, code: draft.get(id)?.code ?? '' } })
    draft.set(id, { dataItems: [...data].sort(), dataFilters: [...filters.values()] })
  }
}
