/** What ids are compared by: blanks and case make no difference. */
export function idKey(id: string): string {
  return id.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}

/** The key without leading zeros: `IMMZ.IND.1` is probably meant for `IMMZ.IND.01`, which a person decides. */
export const looseKey = (id: string): string => idKey(id).replaceAll(/(?<=^|\D)0+(?=\d)/gu, '')

/**
 * Finds ids in running text. Ids have no common form among kits, so their form is learnt from the ids that are there: the
 * part before the last number is a stem, and any stem followed by a number is meant as an id, whether it exists or not.
 * Ids without a number are found as they are, and so are bare numbers where the text is nothing but ids.
 */
export function idFinder(ids: Iterable<string>): (text: string) => readonly string[] {
  const stems = new Set<string>()
  const whole = new Set<string>()
  const keys = new Set<string>()
  for (const id of ids) {
    if (id !== '') keys.add(idKey(id))
    const stem = /^(.*\D)\d+[a-z]?$/iu.exec(id.trim())?.[1]
    if (stem !== undefined && /\p{L}/u.test(stem)) stems.add(stem)
    else if (/^(?=.*\p{L})[\p{L}\p{N}]+(?:[.\-_][\p{L}\p{N}]+)+$/u.test(id.trim())) whole.add(id.trim())
  }
  const longestFirst = (texts: ReadonlySet<string>): string[] => [...texts].sort((a, b) => b.length - a.length).map(loosely)
  const numbered = stems.size === 0 ? [] : [`(?:${longestFirst(stems).join('|')})\\s{0,2}\\d{1,6}(?:\\.\\d+)*(?:[a-z](?![\\p{L}\\p{N}]))?`]
  const alternatives = [...numbered, ...longestFirst(whole).map(id => `${id}(?![\\p{L}\\p{N}])`)]
  const pattern = alternatives.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'giu')
  return text => {
    const found = (pattern && text.match(pattern)) ?? []
    if (found.length > 0) return found
    const tokens = text.split(/[\s,;，；、]+/u).filter(token => token !== '')
    return tokens.every(token => keys.has(idKey(token))) ? tokens : []
  }
}

/** The stem with optional blanks around its separators. */
const loosely = (stem: string): string =>
  stem
    .split(/([.\-_ ]+)/u)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[$()*+?[\\\]^{|}]/gu, String.raw`\$&`) : String.raw`\s{0,2}[.\-_ ]{1,3}\s{0,2}`,
    )
    .join('')
