import type { Shown } from '../cells/date-format.ts'
import { numberText } from '../cells/number-text.ts'
import { isoText, serialText } from '../cells/serial-date.ts'
import type { Cell } from '../workbook.ts'
import { unescaped } from './strings.ts'

/** What stands in a `c` element. */
export interface RawCell {
  /** The attribute `t`. */
  type: string
  /** The attribute `s`. */
  style: number
  /** The text of `v`; undefined when there is no such element. */
  value: string | undefined
  /** The text of `is`, without readings; undefined when there is no such element. */
  inline: string | undefined
  hasFormula: boolean
}

/** What cells of every sheet refer to. */
export interface CellSource {
  readonly strings: readonly string[]
  readonly styles: readonly Shown[]
  readonly uses1904: boolean
}

/** The cell, undefined when it shows nothing, `damaged` when it refers to what is not there. */
export type CellReader = (raw: Readonly<RawCell>) => Cell | undefined | 'damaged'

/** Dates remembered by how they are written; lists repeat the same few thousand. */
const REMEMBERED = 10_000

const yes: Cell = { text: 'TRUE', type: 'boolean' }
const no: Cell = { text: 'FALSE', type: 'boolean' }

/** Reads cells; equal ones of the commonest sorts are one object, for there are millions. */
export function openCellReader({ strings, styles, uses1904 }: CellSource): CellReader {
  const shared: (Cell | undefined)[] = []
  const dates = new Map<string, Cell>()
  const sharedText = (value: string): Cell | undefined | 'damaged' => {
    const index = Number(value)
    const text = strings[index]
    if (text === undefined) return 'damaged'
    return text === '' ? undefined : (shared[index] ??= { text, type: 'text' })
  }
  const dateAt = (value: string, shown: 'date' | 'duration'): Cell | undefined => {
    const known = shown === 'date' ? dates.get(value) : undefined
    if (known) return known
    const text = serialText(Number(value), shown, uses1904)
    if (text === undefined) return undefined
    const cell: Cell = { text, type: 'date' }
    if (shown === 'date' && dates.size < REMEMBERED) dates.set(value, cell)
    return cell
  }
  const numberAt = (value: string, style: number): Cell => {
    const shown = styles[style] ?? 'number'
    const date = shown === 'number' ? undefined : dateAt(value, shown)
    if (date) return date
    const text = numberText(value)
    return text === undefined ? { text: value, type: 'text' } : { text, type: 'number' }
  }
  return raw => {
    const cell = raw.inline ? textCell(raw.inline) : typed(raw, sharedText, numberAt)
    return raw.hasFormula && typeof cell === 'object' ? { ...cell, formula: true } : cell
  }
}

function typed(
  { type, style, value = '' }: RawCell,
  sharedText: (value: string) => Cell | undefined | 'damaged',
  numberAt: (value: string, style: number) => Cell,
): Cell | undefined | 'damaged' {
  const trimmed = value.trim()
  if (trimmed === '' && type !== 'str' && type !== 'inlineStr') return undefined
  switch (type) {
    case 's':
      return sharedText(trimmed)
    case 'str':
    case 'inlineStr':
      return textCell(value)
    case 'b':
      return trimmed === '1' || trimmed === 'true' ? yes : no
    case 'e':
      return { text: trimmed, type: 'error' }
    case 'd': {
      const text = isoText(trimmed)
      return text === undefined ? textCell(value) : { text, type: 'date' }
    }
    default:
      return numberAt(trimmed, style)
  }
}

const textCell = (text: string): Cell | undefined => (text === '' ? undefined : { text: unescaped(text), type: 'text' })
