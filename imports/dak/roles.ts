import { compareKey } from '#model/base/text.ts'
import type { Row, Sheet } from '../reading/workbook.ts'

/** What a column of a kit is for. Kits differ in sheet names, order and header rows, so columns are known by their words alone. */
export type ElementRole =
  | 'id'
  | 'label'
  | 'description'
  | 'type'
  | 'options'
  | 'activity'
  | 'choice'
  | 'indicators'
  | 'required'
  | 'calculation'
  | 'validation'
  | 'note'

export type IndicatorRole = 'id' | 'name' | 'definition' | 'numerator' | 'denominator' | 'disaggregation' | 'elements' | 'note'

type Patterns<R extends string> = readonly (readonly [R, RegExp])[]

/** Source: WHO digital adaptation kits, component 4 (core data dictionary). */
const elementPatterns: Patterns<ElementRole> = [
  ['id', /data ?elements? (?:id|identifier|code|number|no)\b|^(?:de|element) (?:id|code)\b/u],
  ['label', /data ?elements? (?:labels?|names?|title)\b|^(?:element|de) (?:label|name)\b|^data ?element$/u],
  [
    'indicators',
    /\b(?:link(?:s|ed|ages?)?|used (?:in|for|by)|mapping|maps?)\b.*\bindicators?\b|\bindicators? (?:link|used|mapp)|^(?:aggregate |related |linked )?indicators?(?: ids?)?$/u,
  ],
  ['activity', /^(?:activity|process|business process|task)\b.*/u],
  ['choice', /multiple ?-?choice/u],
  ['type', /^data ?type|^type of data/u],
  ['options', /^(?:input|response|answer) ?options?|^value ?set|^(?:allowed|permitted) values|^options$/u],
  ['calculation', /^calculation/u],
  ['validation', /^validation/u],
  ['required', /^required|^mandatory|^optionality/u],
  ['description', /^(?:description|definition)/u],
  ['note', /^(?:annotations?|notes?|comments?|remarks?)$/u],
]

/** Source: WHO digital adaptation kits, component 6 (indicators). */
const indicatorPatterns: Patterns<IndicatorRole> = [
  ['id', /indicators? (?:id|identifier|code|number|no)\b|^ref(?:erence)? (?:id|no|number)\b/u],
  ['name', /indicators? (?:names?|label|title|short name)\b|^(?:short )?name of (?:the )?indicator|^indicators?$/u],
  ['elements', /data ?elements?|^data (?:needed|required|used)/u],
  ['definition', /^(?:indicator )?definition|^description/u],
  ['numerator', /numerator/u],
  ['denominator', /denominator/u],
  ['disaggregation', /disaggregat/u],
  ['note', /^(?:annotations?|notes?|comments?|remarks?)$/u],
]

/** A table of a kit: its columns by role, several for some, and where its rows begin. */
export interface RoleTable<R extends string> {
  readonly columns: ReadonlyMap<R, readonly number[]>
  readonly firstData: number
}

const DEEPEST = 40

const findElementTable = (sheet: Sheet): RoleTable<ElementRole> | undefined =>
  findTable(sheet, elementPatterns, ['label'], ['id', 'type', 'activity', 'indicators'])

/** Some kits number their indicators only by their order. */
const findIndicatorTable = (sheet: Sheet): RoleTable<IndicatorRole> | undefined =>
  findTable(sheet, indicatorPatterns, ['id', 'name'], ['numerator', 'definition', 'denominator', 'elements']) ??
  findTable(sheet, indicatorPatterns, ['name'], ['numerator', 'denominator'])

/** What a sheet of a kit holds: an indicator table may list data elements, and a dictionary indicators, so the fuller reading counts. */
export function tableOf(sheet: Sheet): KitTable | undefined {
  const elements = findElementTable(sheet)
  const indicators = findIndicatorTable(sheet)
  const isIndicators =
    indicators && (elements === undefined || indicators.columns.size > elements.columns.size || indicators.columns.has('numerator'))
  if (isIndicators) return { holds: 'indicators', table: indicators }
  return elements && { holds: 'elements', table: elements }
}

export type KitTable =
  | { readonly holds: 'elements'; readonly table: RoleTable<ElementRole> }
  | { readonly holds: 'indicators'; readonly table: RoleTable<IndicatorRole> }

/** The row that names the required roles and at least one of the others; the one that names the most, the upper one on ties. */
function findTable<R extends string>(
  sheet: Sheet,
  patterns: Patterns<R>,
  required: readonly R[],
  oneOf: readonly R[],
): RoleTable<R> | undefined {
  let best: RoleTable<R> | undefined
  for (let index = 0; index < Math.min(DEEPEST, sheet.rows.length); index++) {
    const columns = rolesIn(sheet.rows[index], patterns)
    const fits = required.every(role => columns.has(role)) && oneOf.some(role => columns.has(role))
    if (fits && (best === undefined || columns.size > best.columns.size)) best = { columns, firstData: index + 1 }
  }
  return (
    best && {
      ...best,
      firstData: best.firstData + (isSubHeader(sheet.rows[best.firstData], best, [...required, ...oneOf.slice(0, 1)]) ? 1 : 0),
    }
  )
}

function rolesIn<R extends string>(row: Row | undefined, patterns: Patterns<R>): ReadonlyMap<R, readonly number[]> {
  const columns = new Map<R, number[]>()
  for (const [column, cell] of row?.cells ?? []) {
    const title = compareKey(cell.text)
      .replaceAll(/\[[^\]]*\]/gu, '')
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, ' ')
      .replaceAll(/ +/gu, ' ')
      .trim()
    if (title === '' || title.length > 90) continue
    const role = patterns.find(([, pattern]) => pattern.test(title))?.[0]
    if (role !== undefined) columns.set(role, [...(columns.get(role) ?? []), column])
  }
  return columns
}

/** A second header row fills cells under a stretched title and leaves the columns that every row has empty. */
function isSubHeader<R extends string>(row: Row | undefined, table: RoleTable<R>, required: readonly R[]): boolean {
  if (row === undefined) return false
  const named = new Set(required.flatMap(role => table.columns.get(role) ?? []))
  const filled = [...row.cells].filter(([, cell]) => cell.text.trim() !== '')
  return filled.length > 1 && filled.every(([column, cell]) => !named.has(column) && cell.text.length <= 40)
}

/** The texts of a role in a row, joined by line breaks where several columns have it. */
export function roleText<R extends string>(row: Row, { columns }: RoleTable<R>, role: R): string {
  const texts = (columns.get(role) ?? []).map(column => row.cells.get(column)?.text.trim() ?? '')
  return texts.filter(text => text !== '' && !isPlaceholder(text)).join('\n')
}

/** What kits write where there is nothing to say. */
export const isPlaceholder = (text: string): boolean => /^(?:n\/?a|none|not applicable|tbd|to be determined|-+|—|\?+)$/iu.test(text.trim())
