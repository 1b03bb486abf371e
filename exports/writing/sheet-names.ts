import { cutGraphemes } from '#model/base/graphemes.ts'

/** Units a sheet name may have at most. Source: Excel specifications and limits (Microsoft). */
const LONGEST = 31

/** Signs no sheet name may hold, and what says the same to a reader. */
const fullWidth: { readonly [sign: string]: string } = {
  '*': '＊',
  '?': '？',
  ':': '：',
  '\\': '＼',
  '/': '／',
  '[': '［',
  ']': '］',
}

/** Names that every spreadsheet accepts, as near to those wished for as can be, and no two the same. Source: reliability E7. */
export function sheetNames(wished: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wished.map(wish => {
    const name = legal(wish)
    let result = name
    for (let count = 2; taken.has(keyOf(result)); count++) {
      const mark = `（${count}）`
      result = cutGraphemes(name, LONGEST - mark.length) + mark
    }
    taken.add(keyOf(result))
    return result
  })
}

/** Spreadsheets take names for the same that differ in small and capital letters only. */
const keyOf = (name: string): string => name.toUpperCase().toLowerCase()

function legal(wish: string): string {
  const clean = wish
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .replaceAll(/[*?:\\/[\]]/gu, sign => fullWidth[sign] ?? ' ')
  const cut = cutGraphemes(clean.trim(), LONGEST)
  // A quote at either end would be taken for the quote around the name; History is Excel's own.
  const name = cut.replace(/^'/u, '’').replace(/'$/u, '’').trim()
  if (name === '') return '表'
  return keyOf(name) === 'history' ? `${name}_` : name
}
