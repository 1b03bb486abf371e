import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOf } from '../saving/content.ts'
import { decodeRecords, encodeRecords, logStart } from './records.ts'

const start = logStart(hashOf(new Uint8Array([1])))
const payloads = fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 8 })
const plain = (list: readonly Uint8Array[]): number[][] => list.map(one => [...one])

/** Lengths of the log after each record. */
const ends = (list: readonly Uint8Array[]): number[] =>
  list.map((_, index) => encodeRecords(start, list.slice(0, index + 1)).bytes.byteLength)

describe('log', () => {
  test('has the form that is written down', () => {
    const { bytes, end } = encodeRecords(start, [new Uint8Array([7, 8])])
    expect(Buffer.from(bytes).toString('hex')).toBe(`02000000${Buffer.from(end.chain).toString('hex')}0708`)
    expect([end.next, end.chain.byteLength]).toStrictEqual([1, 16])
  })

  test('is read as it was written, in one go or in several', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (list, cut) => {
        const first = encodeRecords(start, list.slice(0, cut % list.length))
        const second = encodeRecords(first.end, list.slice(cut % list.length))
        const read = decodeRecords(Buffer.concat([first.bytes, second.bytes]), start)
        expect(plain(read.payloads)).toStrictEqual(plain(list))
        expect([read.tail, read.end]).toStrictEqual(['clean', second.end])
      }),
    )
  })

  test('cut anywhere gives the whole records before the cut', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (list, at) => {
        const { bytes } = encodeRecords(start, list)
        const cut = at % (bytes.byteLength + 1)
        const read = decodeRecords(bytes.subarray(0, cut), start)
        const whole = ends(list).filter(end => end <= cut).length
        expect(plain(read.payloads)).toStrictEqual(plain(list.slice(0, whole)))
        expect(read.tail).toBe(cut === 0 || ends(list).includes(cut) ? 'clean' : 'torn')
      }),
    )
  })

  test('with any byte changed gives the records before it and no other', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, place, change) => {
        const bytes = Buffer.from(encodeRecords(start, list).bytes)
        const at = place % bytes.byteLength
        bytes.writeUInt8(bytes.readUInt8(at) ^ change, at)
        const read = decodeRecords(bytes, start)
        const whole = ends(list).filter(end => end <= at).length
        expect(plain(read.payloads)).toStrictEqual(plain(list.slice(0, whole)))
        expect(read.tail).not.toBe('clean')
      }),
    )
  })

  test('never replays onto another snapshot, nor in another order', () => {
    const list = [new Uint8Array([1]), new Uint8Array([2])]
    const { bytes } = encodeRecords(start, list)
    expect(decodeRecords(bytes, logStart(hashOf(new Uint8Array([2])))).payloads).toStrictEqual([])
    const half = bytes.byteLength / 2
    const turned = Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)])
    expect(decodeRecords(turned, start)).toMatchObject({ payloads: [], tail: 'damaged' })
  })

  test('followed by zeros is torn, as a power cut leaves it', () => {
    const { bytes } = encodeRecords(start, [new Uint8Array([1])])
    expect(decodeRecords(Buffer.concat([bytes, Buffer.alloc(4096)]), start)).toMatchObject({ length: bytes.byteLength, tail: 'torn' })
  })
})
