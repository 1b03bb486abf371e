import { ok, type Result } from '#model/base/result.ts'
import { type Shown, shownBy, shownByNumber } from '../cells/date-format.ts'
import type { ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'

/** How each style of a workbook shows a number, by its index; without a style part none shows dates. */
export function readStyles(archive: Archive, part: string | undefined): Result<readonly Shown[], ReadingProblem> {
  if (part === undefined) return ok([])
  const formats = new Map<number, string>()
  const styles: Shown[] = []
  let inCells = false
  const read = readXml(take => archive.unpack(part, take), {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        const code = formats.get(id)
        styles.push(code === undefined ? shownByNumber(id) : shownBy(code))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return read.ok ? ok(styles) : read
}
