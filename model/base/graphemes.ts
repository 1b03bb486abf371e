/** Signs as a reader sees them. The root locale, so that the machine's own has no say. */
const signs = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a length is counted in: UTF-16 units as spreadsheets do, or bytes of UTF-8 as file systems and databases do. */
export type LengthUnit = 'units' | 'bytes'

/**
 * The beginning of a text that is no longer than `most`. What a reader sees as one sign stays whole; one that is too long alone
 * is cut between code points. Source: reliability E7.
 */
export function cutGraphemes(text: string, most: number, unit: LengthUnit = 'units'): string {
  const end = endOf(text, most, unit)
  if (end === text.length) return text
  // Whether a sign ends here depends on the next code point and on what stands before. Walking from sign to sign would look at the
  // whole text at every step.
  const start = signs.segment(text.slice(0, end + 2)).containing(end)?.index ?? 0
  return text.slice(0, start > 0 ? start : end)
}

/** Where the last code point ends that still fits, in UTF-16 units. */
function endOf(text: string, most: number, unit: LengthUnit): number {
  let end = 0
  let length = 0
  for (const sign of text) {
    length += unit === 'units' ? sign.length : utf8Length(sign)
    if (length > most) break
    end += sign.length
  }
  return end
}

/** Code points, as JSON Schema and databases count. */
export function characterCount(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Bytes of a text in UTF-8; a lone surrogate counts as the three bytes of U+FFFD, which stands for it. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
