import { ok, type Result } from '#model/base/result.ts'
import type { ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'
import { counted, type ReadingWarning, type ReadingWarningCode } from '../workbook.ts'

const ignored: readonly (readonly [code: ReadingWarningCode, pattern: RegExp])[] = [
  ['macros-ignored', /vbaProject\.bin$|\/macrosheets\/[^/]*\.xml$/iu],
  ['external-links-ignored', /externalLinks\/[^/]*\.xml$/iu],
  ['embedded-objects-ignored', /(?:embeddings|activeX)\/[^/]+$/iu],
]

/** Macros, links, embedded objects and comments are counted, never opened or taken. Source: reliability I9. */
export function passedOver(archive: Archive): Result<readonly ReadingWarning[], ReadingProblem> {
  const comments = countComments(archive)
  if (!comments.ok) return comments
  return ok([
    ...ignored.flatMap(([code, pattern]) => counted(code, archive.names.filter(name => pattern.test(name)).length)),
    ...counted('comments-ignored', comments.value),
  ])
}

export const hasMacros = ({ names }: Archive): boolean => names.some(name => /vbaProject\.bin$/iu.test(name))

function countComments(archive: Archive): Result<number, ReadingProblem> {
  let count = 0
  for (const name of archive.names.filter(one => /(?:^|\/)comments[^/]*\.xml$/iu.test(one))) {
    const read = readXml(take => archive.unpack(name, take), {
      open(tag) {
        if (tag === 'comment') count++
      },
    })
    if (!read.ok) return read
  }
  return ok(count)
}
