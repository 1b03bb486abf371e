import { ok, type Result } from '#model/base/result.ts'
import { sheetXml } from '../limits.ts'
import type { ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'

/** Excel writes signs it cannot keep as `_xHHHH_`, and a literal one as `_x005F_xHHHH_`. Source: ECMA-376 part 1, 22.9.2.19. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** The shared strings of a workbook; runs of rich text are joined, readings above Chinese characters are left out. */
export function readStrings(archive: Archive, part: string | undefined): Result<readonly string[], ReadingProblem> {
  if (part === undefined) return ok([])
  const strings: string[] = []
  let text = ''
  let isText = false
  let readings = 0
  const read = readXml(
    take => archive.unpack(part, take),
    {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') readings++
        isText = name === 't' && readings === 0
      },
      text(piece) {
        if (isText) text += piece
      },
      close(name) {
        if (name === 't') isText = false
        else if (name === 'rPh') readings--
        else if (name === 'si') strings.push(unescaped(text))
      },
    },
    sheetXml,
  )
  return read.ok ? ok(strings) : read
}
