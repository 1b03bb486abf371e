import { describe, expect, test } from 'vitest'
import type { Change, Delta } from '../document/delta.ts'
import { type Snapshot, snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { decode, encode } from './journal.ts'

const item: Element = { id: 'i', kind: 'item', name: '处置', note: '旧' }
const snapshot: Snapshot = snapshotOf([item])
const delta = (...changes: readonly Change[]): Delta => new Map(changes.map(change => [(change[0] ?? change[1])?.id ?? '', change]))

describe('a journal record', () => {
  test('[C7.4] holds whole elements where one came, single fields where one changed', () => {
    const record = encode(
      delta([undefined, { id: 'o', kind: 'organisation', name: '局' }], [item, { id: 'i', kind: 'item', name: '出租' }]),
    )
    expect(JSON.parse(record)).toStrictEqual({
      added: [{ id: 'o', kind: 'organisation', name: '局' }],
      removed: [],
      changed: [{ id: 'i', fields: { name: ['处置', '出租'], note: ['旧', null] } }],
    })
  })

  test('is refused when it is no record, fits nothing, or says what a document cannot hold', () => {
    const codeOf = (text: string) => {
      const read = decode(text, snapshot)
      return read.ok ? 'ok' : [read.error.code, read.error.element]
    }
    for (const text of ['', '[]', '{"added":[]}', '{"added":[],"removed":[],"changed":[{"id":"i","fields":{"name":"x"}}]}'])
      expect(codeOf(text), text).toStrictEqual(['not-a-record', ''])
    expect(
      codeOf(
        encode(
          delta([
            { ...item, name: '别的' },
            { ...item, name: 'x' },
          ]),
        ),
      ),
    ).toStrictEqual(['record-does-not-fit', 'i'])
    expect(codeOf(encode(delta([undefined, item])))).toStrictEqual(['record-does-not-fit', 'i'])
    expect(codeOf(encode(delta([undefined, { id: 'g', kind: 'gadget', name: 'x' }])))).toStrictEqual(['record-invalid', 'g'])
    expect(codeOf(encode(delta([item, { ...item, surprise: 1 }])))).toStrictEqual(['record-invalid', 'i'])
  })
})
