/** The form in which texts are compared: NFKC, case folded, white space squeezed. Stored text is never changed. Source: reliability T1. */
export function compareKey(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Texts that normalising leaves alone and that hold no white space: nearly all names and codes, and five times as fast. */
const plain = /^[A-Za-z0-9_.\-\u4E00-\u9FFF]*$/u

/** Compares like a person counts: `A2` before `A10`. No locale of the machine. */
export function naturalCompare(a: string, b: string): number {
  const left = chunks(a)
  const right = chunks(b)
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = compareChunks(left[index] ?? '', right[index] ?? '')
    if (difference !== 0) return difference
  }
  return left.length - right.length || codeUnitCompare(a, b)
}

/** The order of UTF-16 code units, the same on every machine. Equal texts, mostly names of kinds and fields, are told at once. */
export const codeUnitCompare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const chunks = (text: string): string[] => text.match(/\d+|\D+/gu) ?? []

function compareChunks(a: string, b: string): number {
  const digits = /^\d/u
  if (!digits.test(a) || !digits.test(b)) return codeUnitCompare(a, b)
  const left = a.replace(/^0+(?=\d)/u, '')
  const right = b.replace(/^0+(?=\d)/u, '')
  return left.length - right.length || codeUnitCompare(left, right)
}

/** Whether XML, and so every office format, can carry the text: no control characters but tab and line feed, no lone surrogates. Source: reliability E2. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/u.test(text)
}

/** The text as a document may store it: line ends are LF, what `isStorable` refuses becomes U+FFFD. */
export function storable(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
}

/** A text that was broken to fit its column, in one line again: without line ends and the blanks around them. */
export function joinedLines(text: string): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, at) => (at === 0 ? line : line.trimStart()))
    .map((line, at) => (at === last ? line : line.trimEnd()))
    .join('')
}

/** Soft hyphen, zero-width and direction marks, word joiner, byte order mark: one sees one name and compares another. Source: Unicode UTS 39. */
const hidden = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** The text without the signs nobody sees. */
export const withoutHidden = (text: string): string => text.replaceAll(hidden, '')

/** The text with the signs nobody sees written out, as `〈U+202E〉`. */
export const showingHidden = (text: string): string =>
  text.replaceAll(hidden, sign => `〈U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〉`)
