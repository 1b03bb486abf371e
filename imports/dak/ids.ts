/** What ids are compared by: blanks and case make no difference. */
export function idKey(id: string): string {
  return id.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}

/** The key without leading zeros: `IMMZ.IND.1` is probably meant for `IMMZ.IND.01`, which a person decides. */
export const looseKey = (id: string): string => idKey(id).replaceAll(/(?<=^|\D)0+(?=\d)/gu, '')

/**
 * Finds ids in running text. Ids have no common form among kits, so their form is learnt from the ids that are there: the
 * part before the last number is a stem, and any stem followed by a number is meant as an id, whether it exists or not.
 */
export function idFinder(ids: Iterable<string>): (text: string) => readonly string[] {
  const stems = new Set<string>()
  for (const id of ids) {
    const stem = /^(.*\D)\d+[a-z]?$/iu.exec(id.trim())?.[1]
    if (stem !== undefined && /\p{L}/u.test(stem)) stems.add(stem)
  }
  if (stems.size === 0) return () => []
  const alternatives = [...stems].sort((a, b) => b.length - a.length).map(loosely)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})\\s{0,2}\\d{1,6}`, 'giu')
  return text => text.match(pattern) ?? []
}

/** The stem with optional blanks around its separators. */
const loosely = (stem: string): string =>
  stem
    .split(/([.\-_ ]+)/u)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[$()*+?[\\\]^{|}]/gu, String.raw`\$&`) : String.raw`\s{0,2}[.\-_ ]{1,3}\s{0,2}`,
    )
    .join('')
