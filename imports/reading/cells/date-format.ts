/** How a number format shows a number. */
export type Shown = 'number' | 'date' | 'duration'

/** Formats that every spreadsheet knows by number, with those of Chinese editions. Source: ECMA-376 part 1, 18.8.30. */
export function shownByNumber(id: number): Shown {
  if (id === 46) return 'duration'
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)
  return isDate ? 'date' : 'number'
}

/** A format shows dates when it has date signs outside quotes, brackets and escapes and no place for digits. */
export function shownBy(code: string): Shown {
  const [bare = ''] = code.replaceAll(/"[^"]*"?|[\\_*]./gsu, '').split(';')
  if (/^\s*(?:general|standard)\s*$/iu.test(bare)) return 'number'
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return 'duration'
  const signs = bare.replaceAll(/\[[^\]]*\]/gu, '').replaceAll(/s\.0+/giu, 's')
  return /[ymdhs]|a{3,4}/iu.test(signs.replaceAll(/am\/pm|a\/p/giu, 'h')) && !/[0#?@]/u.test(signs) ? 'date' : 'number'
}
