import type { ImportWarning } from '../define-importer.ts'
import type { Row, Sheet, Workbook } from '../reading/workbook.ts'
import { activitiesIn, type Activity } from './activities.ts'
import { idKey } from './ids.ts'
import { type ElementRole, type IndicatorRole, roleText, type RoleTable, tableOf } from './roles.ts'

/** A value of a coded element. */
export interface KitValue {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly links: string
}

export interface KitElement {
  readonly id: string
  readonly label: string
  readonly sheet: string
  description: string
  type: string
  options: string
  readonly details: readonly string[]
  readonly activities: Activity[]
  readonly values: KitValue[]
  links: string
}

/** Values of a sheet of their own, which elements elsewhere refer to by its name or activity. */
export interface KitLibrary {
  readonly sheet: string
  readonly names: readonly string[]
  readonly values: KitValue[]
}

export interface KitIndicator {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly numerator: string
  readonly denominator: string
  readonly disaggregation: string
  readonly elements: string
}

/** Everything a kit says, before it becomes elements of a document. */
export interface Kit {
  readonly elements: KitElement[]
  readonly libraries: KitLibrary[]
  readonly indicators: KitIndicator[]
  readonly warnings: ImportWarning[]
  /** Rows that give an id and no label: they mean an element defined elsewhere. */
  readonly mentions: {
    readonly id: string
    readonly sheet: string
    readonly activities: readonly Activity[]
    readonly links: string
    readonly isAlone: boolean
  }[]
  /** Rows that repeat an element defined elsewhere. */
  references: number
  /** Rows that are headings or notes. */
  notes: number
}

export const emptyKit = (): Kit => ({ elements: [], libraries: [], indicators: [], warnings: [], mentions: [], references: 0, notes: 0 })

/** Adds what the sheets of a workbook say. Hidden sheets count too: kits hide sheets that others refer to. */
export function gather(file: string, workbook: Workbook, kit: Kit): void {
  for (const sheet of workbook.sheets) {
    if (sheet.rows.length === 0) continue
    const found = tableOf(sheet)
    const place = { file, sheet: sheet.name }
    if (found?.holds === 'elements') gatherElements(sheet, found.table, kit)
    else if (found) gatherIndicators(sheet, found.table, kit)
    else kit.warnings.push({ code: 'sheet-not-understood', values: { ...place, rows: sheet.rows.length } })
    if (found && sheet.hidden !== 'visible') kit.warnings.push({ code: 'sheet-hidden', values: place })
  }
}

/** Rows of this type are values of the coded element above them. Source: contracts C6.5. */
const isValueType = (type: string): boolean =>
  /^(?:codes?|(?:input|answer|response) options?|code values?|values?|options?)$/iu.test(type.trim())

/** Where the rows of a dictionary are put: what was defined, the coded element above, and the values that stand alone. */
interface Reading {
  readonly kit: Kit
  readonly sheet: string
  readonly known: Map<string, KitElement>
  heading: string
  coded: KitElement | undefined
  library: KitLibrary | undefined
}

function gatherElements(sheet: Sheet, table: RoleTable<ElementRole>, kit: Kit): void {
  const known = new Map(kit.elements.filter(one => one.id !== '').map(one => [idKey(one.id), one] as const))
  const reading: Reading = { kit, sheet: sheet.name, known, heading: '', coded: undefined, library: undefined }
  for (const row of sheet.rows.slice(table.firstData)) {
    const filled = [...row.cells.values()].filter(cell => cell.text.trim() !== '')
    const [id, label, type] = [roleText(row, table, 'id'), roleText(row, table, 'label'), roleText(row, table, 'type')]
    const links = roleText(row, table, 'indicators')
    if (repeats(row, sheet.rows[table.firstData - 1])) kit.notes++
    else if (filled.length === 1 && (id === '' || label === '')) {
      reading.heading = filled[0]?.text.trim() ?? ''
      reading.library = undefined
      if (id === '') kit.notes++
      else kit.mentions.push({ id, sheet: sheet.name, activities: [], links: '', isAlone: true })
    } else if (label === '') {
      if (id === '') kit.notes++
      else kit.mentions.push({ id, sheet: sheet.name, activities: activitiesIn(roleText(row, table, 'activity')), links, isAlone: false })
    } else if (isValueType(type)) addValue(reading, { id, label, text: roleText(row, table, 'options') || label, links }, row, table)
    else reading.coded = placed(elementOf(row, table, sheet.name), known, kit)
  }
}

const repeats = (row: Row, header: Row | undefined): boolean =>
  header !== undefined && row.cells.size > 1 && [...row.cells].every(([column, cell]) => header.cells.get(column)?.text === cell.text)

/** A value belongs to the coded element above; on a sheet of values alone, to whichever elements name that sheet. */
function addValue(reading: Reading, value: KitValue, row: Row, table: RoleTable<ElementRole>): void {
  const { kit, sheet, heading } = reading
  if (reading.coded) {
    const isThere = value.id !== '' && reading.coded.values.some(one => idKey(one.id) === idKey(value.id) && one.label === value.label)
    if (isThere) kit.references++
    else reading.coded.values.push(value)
    return
  }
  if (reading.library === undefined) {
    const activities = activitiesIn(roleText(row, table, 'activity')).map(one => one.name)
    reading.library = { sheet: heading || sheet, names: [...(heading === '' ? [sheet] : [heading]), ...activities], values: [] }
    kit.libraries.push(reading.library)
  }
  reading.library.values.push(value)
}

function elementOf(row: Row, table: RoleTable<ElementRole>, sheet: string): KitElement {
  const read = (role: ElementRole): string => roleText(row, table, role)
  return {
    id: read('id'),
    label: read('label'),
    sheet,
    description: read('description'),
    type: read('type'),
    options: read('options'),
    details: [read('calculation'), read('validation'), read('note')].filter(text => text !== ''),
    activities: [...activitiesIn(read('activity'))],
    values: [],
    links: read('indicators'),
  }
}

/** A row that repeats an id with its label refers to the element there; with another label it is another element. */
function placed(element: KitElement, known: Map<string, KitElement>, kit: Kit): KitElement {
  const twin = element.id === '' ? undefined : known.get(idKey(element.id))
  const same = twin && kit.elements.find(one => idKey(one.id) === idKey(element.id) && idKey(one.label) === idKey(element.label))
  if (same) {
    kit.references++
    same.activities.push(...element.activities)
    same.links = [same.links, element.links].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join('\n')
    for (const part of ['description', 'type', 'options'] as const) same[part] ||= element[part]
    return same
  }
  if (twin) kit.warnings.push({ code: 'id-used-twice', values: { id: element.id, first: twin.label, second: element.label } })
  else if (element.id !== '') known.set(idKey(element.id), element)
  kit.elements.push(element)
  return element
}

/** Rows that mean an element by its id alone, and values that give the id of their element: any sheet may define it, also a later one. */
export function settleMentions(kit: Kit): void {
  const known = new Map(
    kit.elements
      .filter(one => one.id !== '')
      .map(one => [idKey(one.id), one] as const)
      .reverse(),
  )
  for (const library of kit.libraries)
    for (const value of library.values.splice(0)) {
      const element = known.get(idKey(value.id))
      if (element) element.values.push({ ...value, id: '' })
      else library.values.push(value)
    }
  for (const { id, sheet, activities, links, isAlone } of kit.mentions) {
    const element = known.get(idKey(id))
    if (element === undefined && isAlone) kit.notes++
    if (element === undefined) {
      if (!isAlone) kit.warnings.push({ code: 'reference-unknown', values: { from: sheet, to: id } })
      continue
    }
    kit.references++
    element.activities.push(...activities)
    if (links !== '' && links !== element.links) element.links = [element.links, links].filter(text => text !== '').join('\n')
  }
}

function gatherIndicators(sheet: Sheet, table: RoleTable<IndicatorRole>, kit: Kit): void {
  const known = new Map(kit.indicators.filter(one => one.id !== '').map(one => [idKey(one.id), one.name] as const))
  for (const row of sheet.rows.slice(table.firstData)) {
    const read = (role: IndicatorRole): string => roleText(row, table, role)
    const [id, name] = [read('id'), read('name')]
    const isHeading = [...row.cells.values()].filter(cell => cell.text.trim() !== '').length < 2
    if (name === '' || isHeading || repeats(row, sheet.rows[table.firstData - 1])) {
      kit.notes++
      continue
    }
    const isThere = kit.indicators.some(one => idKey(one.id) === idKey(id) && one.name === name)
    if (isThere) {
      kit.references++
      continue
    }
    if (id !== '' && known.has(idKey(id)))
      kit.warnings.push({ code: 'id-used-twice', values: { id, first: known.get(idKey(id)) ?? '', second: name } })
    else if (id !== '') known.set(idKey(id), name)
    const [definition, numerator, denominator] = [read('definition'), read('numerator'), read('denominator')]
    kit.indicators.push({
      id,
      name,
      definition,
      numerator,
      denominator,
      disaggregation: read('disaggregation'),
      elements: read('elements'),
    })
  }
}
