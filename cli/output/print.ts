/** Columns a text takes in a terminal: full-width characters take two, combining marks none. Source: Unicode UAX #11. */
export function width(text: string): number {
  let columns = 0
  for (const char of text) columns += columnsOf(char.codePointAt(0) ?? 0)
  return columns
}

function columnsOf(code: number): number {
  if (code < 0x300) return 1
  if (isBetween(code, 0x300, 0x36f) || isBetween(code, 0xfe00, 0xfe0f) || code === 0x200d || isBetween(code, 0xe0100, 0xe01ef)) return 0
  return wide.some(([from, to]) => isBetween(code, from, to)) ? 2 : 1
}

const isBetween = (code: number, from: number, to: number): boolean => code >= from && code <= to

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

/** Units of a text that can matter for a column; the rest would only slow the walk from sign to sign. */
const LONGEST = 1_000

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The text in at most so many columns; what is cut off shows as `…`. Never cuts inside a character. */
export function cut(text: string, most: number): string {
  if (width(text) <= most) return text
  let kept = ''
  let columns = 0
  for (const { segment } of signs.segment(text.slice(0, LONGEST))) {
    columns += width(segment)
    if (columns > most - 2) break
    kept += segment
  }
  return `${kept}…`
}

export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** Columns at most; wider texts are cut. */
  readonly most?: number
}

/** A table whose columns align also with full-width characters; lines end without blanks. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map(row => columns.map((column, index) => cut(oneLine(row[index] ?? ''), column.most ?? 60)))
  const widths = columns.map((column, index) => Math.max(width(column.title), ...cells.map(row => width(row[index] ?? ''))))
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => padded(text, widths[index] ?? 0, columns[index]?.align))
      .join('  ')
      .trimEnd()
  const rule = widths.map(one => '─'.repeat(one)).join('  ')
  return [line(columns.map(column => column.title)), rule, ...cells.map(line)].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')

const padded = (text: string, to: number, align: 'right' | undefined): string => {
  const blanks = ' '.repeat(Math.max(0, to - width(text)))
  return align === 'right' ? blanks + text : text + blanks
}
