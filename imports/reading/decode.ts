import { ok, type Result } from '#model/base/result.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'

/** Big5 is never guessed, for it looks like GB18030; a person may name it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The order is fixed: size, byte order mark, strict UTF-8, UTF-16 without a mark, strict GB18030, refusal; nothing is guessed by
 * frequency, and a person may name the encoding instead. Source: reliability §0.4, I7.
 */
export function decode(bytes: Uint8Array, named?: Encoding): Result<Decoded, ReadingProblem> {
  // Beyond half a gigabyte a decoder answers with an empty text and no error (reliability §0.4).
  if (bytes.length > limits.text) return problem('too-large', { bytes: bytes.length, most: limits.text })
  const certain = named ?? marked(bytes)
  if (certain !== undefined) return decoded(bytes, [certain])
  // Neither UTF-8 nor GB18030 text has a zero byte, and UTF-16 has one in every line end.
  return decoded(bytes, bytes.includes(0) ? withoutMark(bytes) : ['utf-8', 'gb18030'])
}

function decoded(bytes: Uint8Array, candidates: readonly Encoding[]): Result<Decoded, ReadingProblem> {
  for (const encoding of candidates) {
    const text = strictly(bytes, encoding)
    if (text !== undefined && !text.includes('\u0000')) return ok({ text, encoding })
  }
  return problem('unknown-encoding', {})
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Bytes looked at to tell the byte order; even. */
const SAMPLE = 1 << 16

/** The share of usual signs below which bytes are no UTF-16 text: read the wrong way round, or as what they are not, hardly any is usual. */
const USUAL_SHARE = 0.8

/** Signs of Chinese tables: ASCII, punctuation, the common ideographs, full-width forms. Half of all ASCII read the wrong way round is not among them. */
const usual =
  /[\t\n\r\u0020-\u007E\u00B7\u2010-\u203B\u2100-\u214F\u2460-\u24FF\u3000-\u303F\u3200-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF5E\u{20000}-\u{33FFF}]/gu

/** The byte order in which more signs are usual, when nearly all are. */
function withoutMark(bytes: Uint8Array): readonly Encoding[] {
  if (bytes.length % 2 !== 0) return []
  const sample = bytes.subarray(0, SAMPLE)
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map(encoding => {
    const text = new TextDecoder(encoding).decode(sample)
    return { encoding, share: (text.match(usual)?.length ?? 0) / Array.from(text).length, ends: text.match(/[\t\n\r ,]/gu)?.length ?? 0 }
  })
  return [little, big]
    .filter(one => one !== undefined)
    .filter(({ share }) => share >= USUAL_SHARE)
    .sort((a, b) => b.ends - a.ends || b.share - a.share)
    .map(({ encoding }) => encoding)
    .slice(0, 1)
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws at the first byte that is not of this encoding: it is another one.
    return undefined
  }
}
