const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Bytes of a text in UTF-8; half a surrogate pair counts as what replaces it. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/** Unicode characters, as JSON Schema and databases count. */
export function characterCount(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** UTF-16 code units, as Excel counts. */
export const utf16Length = (text: string): number => text.length

/** The longest beginning that is at most so long and ends between what a reader sees as signs. Source: reliability E7. */
export function cutGraphemes(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of signs.segment(text)) {
    length += measure(segment)
    if (length > most) break
    kept += segment
  }
  return kept
}
