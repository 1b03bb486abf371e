import { hashOf, ORIGIN_FORMAT, ORIGIN_SHEET, VALUES_SHEET } from '#exports/excel/origin.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Sheet, Workbook } from '../../reading/workbook.ts'

/** What the cells of an element said when the workbook went out, by field. */
export type BaseTexts = ReadonlyMap<string, string>

/** What a workbook of ours remembers of its export. */
export interface Origin {
  /** Id of the document it was made from. */
  readonly document: string
  /** By kind and id; elements whose remembered texts were touched are left out and counted. */
  readonly base: ReadonlyMap<string, ReadonlyMap<ElementId, BaseTexts>>
  readonly touched: number
}

const textsOf = (sheet: Sheet): readonly (readonly string[])[] =>
  sheet.rows.map(({ cells }) => {
    const texts: string[] = []
    for (const [column, { text }] of cells) texts[column] = text
    return Array.from(texts, text => text ?? '')
  })

/** Reads the two hidden sheets; undefined where they are missing or of a layout we do not know. Source: contracts C6.3. */
export function originOf({ sheets }: Workbook): Origin | undefined {
  const head = sheets.find(sheet => sheet.name === ORIGIN_SHEET)
  const values = sheets.find(sheet => sheet.name === VALUES_SHEET)
  if (head === undefined || values === undefined) return undefined
  const lines = textsOf(head)
  const saying = (word: string): string => lines.find(([first]) => first === word)?.[1] ?? ''
  if (saying('format') !== ORIGIN_FORMAT) return undefined
  const fields = new Map(lines.flatMap(([word, , kind, ...names]) => (word === 'table' && kind ? [[kind, names] as const] : [])))
  const base = new Map<string, Map<ElementId, BaseTexts>>()
  let touched = 0
  for (const [kind = '', id = '', hash, ...texts] of textsOf(values)) {
    const names = fields.get(kind) ?? []
    const all = names.map((_, index) => texts[index] ?? '')
    if (hashOf(all) !== hash) touched++
    else tableIn(base, kind).set(id, new Map(names.map((name, index) => [name, all[index] ?? ''])))
  }
  return { document: saying('document'), base, touched }
}

function tableIn(base: Map<string, Map<ElementId, BaseTexts>>, kind: string): Map<ElementId, BaseTexts> {
  const known = base.get(kind) ?? new Map<ElementId, BaseTexts>()
  base.set(kind, known)
  return known
}
