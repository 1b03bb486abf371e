import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breachesOf } from '#model/derive/index.ts'
import { FORMAT } from '#model/file/format.ts'
import { readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'
import { kinds } from '#model/kinds/index.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import { makeExhibit } from './make-exhibit.ts'

// Until a format is released its exhibit is made anew whenever kinds change: `JINGWEI_MAKE_EXHIBIT=1 npx vitest run tests/museum`.
// Once it is, a change of kinds means a new format and a migration, and this is never done again for the old one.
if (process.env['JINGWEI_MAKE_EXHIBIT']) writeFileSync(new URL(`format-${FORMAT}.jw`, import.meta.url), makeExhibit())

/** A file of each format that was ever released: made once, by the program of that time, and never again. */
const exhibits = readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.jw'))

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, import.meta.url)))

const opened = (name: string) => {
  const read = readDocument(bytesOf(name))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
  return read.value
}

test('there is one of every format', () => {
  expect(exhibits.sort()).toStrictEqual(Array.from({ length: FORMAT }, (_, index) => `format-${index + 1}.jw`))
})

describe.each(exhibits)('%s', name => {
  test('[21] opens, is whole and may be edited', () => {
    const { snapshot, readOnly, upgraded } = opened(name)
    expect(breachesOf(snapshot)).toStrictEqual([])
    expect([readOnly, upgraded !== undefined]).toStrictEqual([false, name !== `format-${FORMAT}.jw`])
  })

  test('[23] is the same bytes when it is saved again, or when what was saved is', () => {
    const { snapshot, kept, upgraded } = opened(name)
    const saved = writeDocument(snapshot, kept)
    if (upgraded === undefined) expect(Buffer.compare(saved, bytesOf(name))).toBe(0)
    const again = readDocument(saved)
    expect(again.ok && Buffer.compare(writeDocument(again.value.snapshot, again.value.kept), saved)).toBe(0)
  })
})

test('the newest one has every kind there was when it was made, with fields of every type', () => {
  const { snapshot } = opened(`format-${FORMAT}.jw`)
  const all: readonly Kind[] = kinds
  const elements = [...snapshot.values()]
  expect(new Set(elements.map(element => element.kind)).size).toBeGreaterThanOrEqual(35)
  const types = new Set(
    all.flatMap(kind =>
      Object.entries(kind.fields).flatMap(([name, field]) => (elements.some(one => one.kind === kind.name && one[name] !== undefined) ? [field.type] : [])),
    ),
  )
  expect([...types].sort()).toStrictEqual([...new Set(all.flatMap(kind => Object.values(kind.fields).map(field => field.type)))].sort())
})
