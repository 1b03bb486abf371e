import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../base/json.ts'
import { openCanonicalWriter } from './canonical-bytes.ts'

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'))

test('[C7.1] bytes are those of the canonical text, whatever the value', () => {
  const writer = openCanonicalWriter()
  const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 })
  fc.assert(
    fc.property(fc.array(value), values => {
      for (const one of values) writer.line(one)
      expect(writer.take()).toStrictEqual(utf8(values.map(one => `${canonical(one)}\n`).join('')))
    }),
    { numRuns: 1000 },
  )
})

test('[C7.1] the order in which keys were set leaves no trace', () => {
  const writer = openCanonicalWriter()
  writer.line({ b: '农', a: { d: 1, c: undefined } })
  writer.line({ a: { c: undefined, d: 1 }, b: '农' })
  expect(writer.take()).toStrictEqual(utf8('{"a":{"d":1},"b":"农"}\n{"a":{"d":1},"b":"农"}\n'))
})

test('a text much longer than the buffer is written whole', () => {
  const writer = openCanonicalWriter()
  const long = '数据"\\\n𠮷'.repeat(50_000)
  writer.line(long)
  expect(Buffer.compare(writer.take(), utf8(`${JSON.stringify(long)}\n`))).toBe(0)
})
