import { expect, test } from 'vitest'
import { fromFrame, toFrame } from './frame.ts'

test('values with bytes come back as they went', () => {
  const value = { a: new Uint8Array([1, 2, 3]), list: [new Uint8Array(), new Uint8Array([4])], text: '经纬', none: null, n: 1.5 }
  expect(fromFrame(toFrame(value))).toStrictEqual(value)
  expect(fromFrame(toFrame(null))).toBe(null)
})

test("Node's buffers are bytes like others", () => {
  expect(fromFrame(toFrame({ a: Buffer.from('ab'), list: [Buffer.from('c')] }))).toStrictEqual({
    a: new Uint8Array([97, 98]),
    list: [new Uint8Array([99])],
  })
})

test('a view into a larger buffer is read as itself', () => {
  const frame = toFrame({ a: new Uint8Array([7, 8]) })
  const inside = new Uint8Array(frame.byteLength + 5)
  inside.set(frame, 5)
  expect(fromFrame(inside.subarray(5))).toStrictEqual({ a: new Uint8Array([7, 8]) })
})

const head = (text: string, rest: readonly number[] = []): Uint8Array => {
  const bytes = new TextEncoder().encode(text)
  return new Uint8Array([bytes.byteLength & 255, bytes.byteLength >> 8, 0, 0, ...bytes, ...rest])
}

test.each([
  ['nothing', new Uint8Array()],
  ['half a length', new Uint8Array([1, 0])],
  ['a head longer than the message', new Uint8Array([255, 0, 0, 0, 1])],
  ['a head of four gigabytes', new Uint8Array([255, 255, 255, 255, 1])],
  ['no JSON', head('{')],
  ['no UTF-8', new Uint8Array([1, 0, 0, 0, 255])],
  ['missing bytes', head('{"$bytes":9}', [1])],
  ['bytes too many', head('{"$bytes":1}', [1, 2])],
  ['bytes nobody asked for', head('null', [1])],
])('%s is no message', (_, frame) => expect(fromFrame(frame)).toBe(undefined))

test('JSON nested too deep is refused or read, never thrown', () => {
  expect(() => fromFrame(head('['.repeat(30_000) + ']'.repeat(30_000)))).not.toThrow()
})
