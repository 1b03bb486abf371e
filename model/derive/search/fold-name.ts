import { simplified } from '../../base/scripts.ts'
import { compareKey } from '../../base/text.ts'

/** Most names; looking no further makes folding three times as fast. */
const plain = /^[\p{L}\p{N}]+$/u

/** Punctuation and spaces, but not those between two digits (`1.1` is not `11`), and not the signs that make a rate of a count. */
const filler = /(?:(?<!\p{Nd})(?:(?![%‰#])[\p{P}\s])|(?:(?![%‰#])[\p{P}\s])(?!\p{Nd}))+/gu

/** A name as it is compared for sameness: the compare key without punctuation. Simplified and traditional stay apart. */
export function foldName(text: string): string {
  const key = compareKey(text)
  return plain.test(key) ? key : key.replace(filler, '')
}

/** The same for searching: whoever types either script finds names in both. */
export const foldForSearch = (text: string): string => simplified(foldName(text))
