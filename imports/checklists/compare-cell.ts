import { cellText, type ChecklistColumn } from '#exports/excel/columns.ts'
import { same } from '#model/base/json.ts'
import { setTypes } from '#model/schema/define-field.ts'
import type { Element, FieldValue, FormulaText } from '#model/schema/element.ts'
import { type NotUnderstood, readValue } from '#model/wording/read-value.ts'
import type { Wording } from '#model/wording/wording.ts'
import { writeValue } from '#model/wording/write-value.ts'
import type { Cell } from '../reading/workbook.ts'
import { foldWidth, settled } from './sheets/sheet-texts.ts'

/** The three texts of a cell: as it went out, as it came back, as the document has it now. */
export interface Cells {
  readonly column: ChecklistColumn
  readonly cell: Cell
  /** Undefined where the workbook does not remember. */
  readonly exported: string | undefined
  /** The same, though it be another document's: what differs from it in nothing a person meant is this to the letter. */
  readonly written: string | undefined
  /** Undefined for a row that adds an element. */
  readonly element: Element | undefined
  readonly wording: Wording
  readonly takeSheet: boolean
}

/** What becomes of a cell. */
export type Outcome =
  | { readonly sort: 'same' }
  /** The sheet differs only in what programs change by themselves; `digits` are lost zeros or places of a number. */
  | { readonly sort: 'same'; readonly slight: 'width' | 'digits' }
  | { readonly sort: 'taken'; readonly value: FieldValue | undefined; readonly before: string; readonly after: string }
  | { readonly sort: 'conflict'; readonly before: string; readonly after: string; readonly value: FieldValue | undefined }
  | { readonly sort: 'refused'; readonly reason: Unacceptable }

/** Why a cell cannot be taken. */
export type Unacceptable = NotUnderstood | { readonly code: 'cell-error' | 'name-missing' | 'owner-missing'; readonly value: string }

const unchanged: Outcome = { sort: 'same' }

/** Only the sheet changed: taken. Only the document: stays. Both: a conflict, or, of sets, both changes. Source: contracts C6.2. */
export function compareCell(cells: Cells): Outcome {
  const { column, cell, exported, written } = cells
  const said = settled(cell.text)
  if (exported !== undefined) {
    if (said === settled(exported)) return unchanged
    const slight = slightly(said, cell, exported, column)
    if (slight) return { sort: 'same', slight }
  }
  if (cell.type === 'error' && said !== settled(written ?? '')) return { sort: 'refused', reason: { code: 'cell-error', value: said } }
  const current = currentText(cells)
  if (said === settled(current)) return unchanged
  const text = written !== undefined && (said === settled(written) || slightly(said, cell, written, column)) ? written : said
  const read = valueOf(text, cells)
  if (!read.ok) return { sort: 'refused', reason: read.error }
  const base = exported === undefined ? undefined : valueOf(settled(exported), cells)
  if (base?.ok && isSame(base.value, read.value)) return unchanged
  return decided(cells, { text, current, value: read.value, base: base?.ok ? base.value : undefined })
}

interface Differing {
  readonly text: string
  readonly current: string
  readonly value: FieldValue | undefined
  readonly base: FieldValue | undefined
}

function decided({ column, element, exported, takeSheet, cell, wording }: Cells, { text, current, value, base }: Differing): Outcome {
  const now = element?.[column.field]
  if (isSame(now, value)) return unchanged
  if (exported === undefined && element !== undefined) {
    const slight = slightly(text, cell, current, column)
    if (slight) return { sort: 'same', slight }
  }
  // Both in the words of our own, so that a serial number shows as the date it is.
  const changes = { before: current, after: writeValue(column.declared, value, wording) || text }
  const isOursUntouched = exported !== undefined && (settled(current) === settled(exported) || isSame(now, base))
  // What a cell could not hold is not in the sheet; taking the sheet would lose it.
  const isWhole = element === undefined || column.read(element, wording) === current
  if (takeSheet || element === undefined || (isOursUntouched && isWhole)) return { sort: 'taken', value, ...changes }
  if (exported !== undefined && setTypes.has(column.declared.type)) return merged(now, { base, value }, changes)
  return { sort: 'conflict', value, ...changes }
}

const membersOf = (value: FieldValue | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])

/** What the sheet added is added, what it took out is taken out; the rest is as the document has it. */
function merged(
  now: FieldValue | undefined,
  { base, value }: Pick<Differing, 'base' | 'value'>,
  changes: { readonly before: string; readonly after: string },
): Outcome {
  const [before, after] = [new Set(membersOf(base)), new Set(membersOf(value))]
  const kept = membersOf(now).filter(one => after.has(one) || !before.has(one))
  const added = [...after].filter(one => !before.has(one))
  const result = [...new Set([...kept, ...added])].sort()
  return same(result, membersOf(now)) ? unchanged : { sort: 'taken', value: result, ...changes }
}

/** As it would go out now. */
const currentText = ({ column, element, wording }: Cells): string => (element === undefined ? '' : cellText(column, element, wording))

function slightly(text: string, cell: Cell, other: string, { declared }: ChecklistColumn): 'width' | 'digits' | undefined {
  if (foldWidth(text) === foldWidth(other)) return 'width'
  // Text columns only: `007` that a spreadsheet made a number, or a long code whose last digits it forgot.
  if (cell.type !== 'number' || (declared.type !== 'text' && declared.type !== 'longText')) return undefined
  return /^\d+$/u.test(other.trim()) && Number(text) === Number(Number(other).toPrecision(15)) ? 'digits' : undefined
}

function valueOf(text: string, { column, wording }: Cells): ReturnType<typeof readValue> {
  return readValue(column.declared, text, wording)
}

/** Formulas are compared by what was typed: the elements its names mean are found anew. */
function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  const plain = (value: FieldValue | undefined): FieldValue | undefined =>
    typeof value === 'object' && 'text' in value ? (value as FormulaText).text : value
  return same(plain(a), plain(b))
}
