import { ok, type Result } from '#model/base/result.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** The order is fixed: byte order mark, UTF-16 without one, strict UTF-8, strict GB18030, refusal; nothing is guessed by frequency. Source: reliability I7. */
export function decode(bytes: Uint8Array): Result<Decoded, ReadingProblem> {
  // Beyond half a gigabyte a decoder answers with an empty text and no error (reliability §0.4).
  if (bytes.length > limits.text) return problem('too-large', { bytes: bytes.length, most: limits.text })
  const encoding = marked(bytes) ?? withoutMark(bytes)
  for (const candidate of encoding === undefined ? (['utf-8', 'gb18030'] as const) : [encoding]) {
    const text = strictly(bytes, candidate)
    if (text !== undefined && !text.includes('\u0000')) return ok({ text, encoding: candidate })
  }
  return problem('unknown-encoding', {})
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 shows by zero bytes on one side of ASCII signs, which every table has as separators and line ends. */
function withoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even++
    else odd++
  })
  if (odd > sample.length / 40 && even === 0) return 'utf-16le'
  return even > sample.length / 40 && odd === 0 ? 'utf-16be' : undefined
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws at the first byte that is not of this encoding: it is another one.
    return undefined
  }
}
