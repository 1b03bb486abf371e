import { strFromU8, strToU8 } from 'fflate'
import { ok, type Result } from '../base/result.ts'
import { type FileRefusal, refusal } from './format.ts'
import { parseJson } from './container.ts'

/** An element as a file says it: parsed, but not yet checked against its kind. */
export type RawElement = { readonly id: string; readonly kind: string; readonly [field: string]: unknown }

/** Text is made of so many bytes at a time: a part may be longer than the longest text there can be. */
const SLICE = 1 << 24

/** The longest line, in bytes; far above the largest element. */
const LONGEST_LINE = 1 << 28

const LINE_FEED = 10

/** The elements of a part, one per line. */
export function readLines(part: string, kind: string, bytes: Uint8Array): Result<RawElement[], FileRefusal> {
  const elements: RawElement[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = endOfSlice(bytes, start)
    if (end - start > LONGEST_LINE) return refusal('too-large', { what: 'line', limit: LONGEST_LINE })
    const slice = bytes.subarray(start, end)
    const text = strFromU8(slice)
    if (!isFaithful(text, slice)) return refusal('damaged', { part })
    const failed = takeLines(text, kind, elements)
    if (failed !== undefined)
      return refusal('value-invalid', { part, line: elements.length + 1, element: '', field: failed, problem: 'line' })
    start = end
  }
  return ok(elements)
}

/** Whether the bytes were UTF-8: what is not comes out as U+FFFD, which may also stand in a text in its own right. */
function isFaithful(text: string, bytes: Uint8Array): boolean {
  if (!text.includes('\uFFFD')) return true
  const again = strToU8(text)
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index])
}

/** The end of the last whole line within a slice, or of the first line when it is longer. */
function endOfSlice(bytes: Uint8Array, start: number): number {
  if (start + SLICE >= bytes.length) return bytes.length
  const last = bytes.lastIndexOf(LINE_FEED, start + SLICE - 1)
  if (last >= start) return last + 1
  const next = bytes.indexOf(LINE_FEED, start + SLICE)
  return next < 0 ? bytes.length : next + 1
}

/** Adds the elements of these lines; gives the field at which a line is not an element of this kind. */
function takeLines(text: string, kind: string, elements: RawElement[]): string | undefined {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const raw = parseJson(text.slice(start, end))
    if (!isRawElement(raw)) return 'id'
    if (raw.kind !== kind) return 'kind'
    elements.push(raw)
    start = end + 1
  }
  return undefined
}

const isRawElement = (value: unknown): value is RawElement =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'kind' in value &&
  typeof value.kind === 'string'
