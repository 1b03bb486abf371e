import type { ImportWarning } from '../define-importer.ts'
import type { Sheet, Workbook } from '../tabular/workbook.ts'
import { activitiesIn, type Activity } from './activities.ts'
import { idKey } from './ids.ts'
import { findElementTable, findIndicatorTable, roleText } from './roles.ts'

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
  readonly description: string
  readonly type: string
  readonly options: string
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
  /** Rows that name an element defined elsewhere. */
  references: number
}

export const emptyKit = (): Kit => ({ elements: [], libraries: [], indicators: [], warnings: [], references: 0 })

/** Adds what the sheets of a workbook say. Hidden sheets count too: kits hide sheets that others refer to. */
export function gather(file: string, workbook: Workbook, kit: Kit): void {
  for (const sheet of workbook.sheets) {
    if (sheet.rows.length === 0) continue
    const understood = gatherElements(sheet, kit) || gatherIndicators(sheet, kit)
    if (!understood) kit.warnings.push({ code: 'sheet-not-understood', values: { file, sheet: sheet.name, rows: sheet.rows.length } })
  }
}

/** Rows of this type are values of the coded element above them. Source: contracts C6.5. */
const isValueType = (type: string): boolean => /^codes?$/iu.test(type.trim())

function gatherElements(sheet: Sheet, kit: Kit): boolean {
  const table = findElementTable(sheet)
  if (table === undefined) return false
  const known = new Map(kit.elements.filter(one => one.id !== '').map(one => [idKey(one.id), one] as const))
  let coded: KitElement | undefined
  let library: KitLibrary | undefined
  for (const row of sheet.rows.slice(table.firstData)) {
    const read = (role: Parameters<typeof roleText>[2]): string => roleText(row, table as never, role as never)
    const [id, label, type] = [read('id'), read('label'), read('type')]
    if (label === '' || (id === '' && type === '')) continue
    if (isValueType(type)) {
      const value = { id, label, text: read('options') || label, links: read('indicators') }
      library ??= coded
        ? undefined
        : { sheet: sheet.name, names: [sheet.name, ...activitiesIn(read('activity')).map(one => one.name)], values: [] }
      if (coded === undefined && library && library.values.length === 0) kit.libraries.push(library)
      ;(coded ?? library)?.values.push(value)
      continue
    }
    const element: KitElement = {
      id,
      label,
      sheet: sheet.name,
      description: read('description'),
      type,
      options: read('options'),
      details: [read('calculation'), read('validation'), read('note')].filter(text => text !== ''),
      activities: [...activitiesIn(read('activity'))],
      values: [],
      links: read('indicators'),
    }
    coded = placed(element, known, kit)
  }
  return true
}

/** A row that repeats an id with its label refers to the element there; with another label it is another element. */
function placed(element: KitElement, known: Map<string, KitElement>, kit: Kit): KitElement {
  const twin = element.id === '' ? undefined : known.get(idKey(element.id))
  if (twin && idKey(twin.label) === idKey(element.label)) {
    kit.references++
    twin.activities.push(...element.activities)
    twin.links = [twin.links, element.links].filter(text => text !== '').join('\n')
    return twin
  }
  if (twin) kit.warnings.push({ code: 'id-used-twice', values: { id: element.id, first: twin.label, second: element.label } })
  else if (element.id !== '') known.set(idKey(element.id), element)
  kit.elements.push(element)
  return element
}

function gatherIndicators(sheet: Sheet, kit: Kit): boolean {
  const table = findIndicatorTable(sheet)
  if (table === undefined) return false
  const known = new Map(kit.indicators.map(one => [idKey(one.id), one.name] as const))
  for (const row of sheet.rows.slice(table.firstData)) {
    const id = roleText(row, table, 'id')
    const name = roleText(row, table, 'name')
    if (id === '' || name === '') continue
    if (known.get(idKey(id)) === name) {
      kit.references++
      continue
    }
    if (known.has(idKey(id))) kit.warnings.push({ code: 'id-used-twice', values: { id, first: known.get(idKey(id)) ?? '', second: name } })
    else known.set(idKey(id), name)
    kit.indicators.push({
      id,
      name,
      definition: roleText(row, table, 'definition'),
      numerator: roleText(row, table, 'numerator'),
      denominator: roleText(row, table, 'denominator'),
      disaggregation: roleText(row, table, 'disaggregation'),
      elements: roleText(row, table, 'elements'),
    })
  }
  return true
}
