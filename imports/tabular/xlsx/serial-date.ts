/**
 * An Excel serial as a date, without time zone; with a time only where there is one. The 1900 system counts a
 * 29 February 1900 that never was, so serials up to 60 lie a day later than they say. Source: ECMA-376 part 1, 18.17.4.1.
 */
export function serialDate(serial: number, uses1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_465) return undefined
  const base = uses1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const text = new Date(base + Math.round(serial * 86_400) * 1000).toISOString()
  if (serial < 1 && !uses1904) return text.slice(11, 19)
  return Math.round(serial * 86_400) % 86_400 === 0 ? text.slice(0, 10) : text.slice(0, 19)
}
