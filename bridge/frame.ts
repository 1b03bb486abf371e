import { limits } from './limits.ts'

// Part of every runtime we have, page or Node, but of neither's types here.
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => { readonly decode: (bytes: Uint8Array) => string }

/**
 * A message between two processes that have no structured clone: `u32 length of the head | head | bytes`, numbers
 * little-endian. The head is JSON; where it says `{"$bytes": n}` stand the next n bytes.
 */
export function toFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const head = new TextEncoder().encode(
    JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, made: unknown) {
      // Node's buffers turn themselves into numbers before they come here; what they were stands in their place.
      const one = this[key]
      if (!(one instanceof Uint8Array)) return made
      parts.push(one)
      return { $bytes: one.byteLength }
    }),
  )
  const frame = new Uint8Array(4 + head.byteLength + parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  new DataView(frame.buffer).setUint32(0, head.byteLength, true)
  frame.set(head, 4)
  let at = 4 + head.byteLength
  for (const part of parts) {
    frame.set(part, at)
    at += part.byteLength
  }
  return frame
}

/** The value of a message; undefined for what is none. Its bytes are views into the frame. */
export function fromFrame(frame: Uint8Array): unknown {
  if (frame.byteLength < 4) return undefined
  const length = new DataView(frame.buffer, frame.byteOffset).getUint32(0, true)
  if (length > limits.head || length > frame.byteLength - 4) return undefined
  let at = 4 + length
  try {
    const head = new TextDecoder('utf-8', { fatal: true }).decode(frame.subarray(4, at))
    const value: unknown = JSON.parse(head, (_, one: unknown) => {
      const size = sizeOf(one)
      if (size === undefined) return one
      if (size > frame.byteLength - at) throw new SyntaxError('bytes are missing')
      at += size
      return new Uint8Array(frame.buffer, frame.byteOffset + at - size, size)
    })
    return at === frame.byteLength ? value : undefined
  } catch (error) {
    // No JSON, no UTF-8, nested too deep.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

/** How many bytes a placeholder stands for. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('$bytes' in value) || Object.keys(value).length !== 1) return undefined
  const size = value.$bytes
  return typeof size === 'number' && Number.isInteger(size) && size >= 0 ? size : undefined
}
