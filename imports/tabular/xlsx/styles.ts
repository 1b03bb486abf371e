import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'

/** Whether the style of a cell shows a number as a date, a time or both. */
export type DateStyle = (style: number) => boolean

/** Number formats that every spreadsheet knows as dates or times. Source: ECMA-376 part 1, 18.8.30, with those of Chinese editions. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** A format is one of dates when it has date signs outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .split(';')[0]
    ?.replaceAll(/"[^"]*"|\\.|_.|\*./gu, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  return (
    bare !== undefined &&
    /[ymdhs年月日时分秒]/iu.test(bare) &&
    !/^general$/iu.test(bare.trim()) &&
    !/[0#?]/u.test(bare.replaceAll(/\.0+/gu, ''))
  )
}

/** Reads which styles are dates; without a style part none is. */
export function readDateStyles(archive: Archive, part: string | undefined): DateStyle {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  const bytes = part === undefined ? undefined : archive.part(part)
  if (bytes?.ok) {
    let inCells = false
    readXml(bytes.value, {
      open(name, attributes) {
        if (name === 'numFmt') formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) {
          const id = Number(attributes.get('numFmtId') ?? 0)
          const code = formats.get(id)
          styles.push(code === undefined ? builtIn(id) : isDateFormat(code))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
  }
  return style => styles[style] ?? false
}
