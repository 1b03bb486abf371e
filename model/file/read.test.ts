import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../base/hash.ts'
import { canonical } from '../base/json.ts'
import { type Snapshot, snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { limits } from './format.ts'
import type { Migration } from './migrations/index.ts'
import { readDocument } from './read.ts'
import { openDocumentWriter, writeDocument } from './write.ts'
import { packPart, writeZip } from './zip/write.ts'

const elements: readonly Element[] = [
  { id: 'd', kind: 'document', name: '三资监管', settings: { satisfactionTarget: 99 } },
  { id: 'o', kind: 'organisation', name: '县农业农村局' },
  { id: 'i', kind: 'item', name: '资产处置', lead: 'o' },
]

const document: Snapshot = snapshotOf(elements)

/** A container made by hand: parts as text, the manifest fitting unless something of it is given. */
function container(parts: Record<string, string>, manifest: object = {}): Uint8Array {
  const contents = Object.entries({ 'settings.json': '{}\n', ...parts }).map(([name, text]) => [name, strToU8(text)] as const)
  const counts: Record<string, number> = {}
  for (const [name, text] of Object.entries(parts)) {
    const kind = /(\w+)\.jsonl$/u.exec(name)?.[1]
    if (kind !== undefined) counts[kind] = text.split('\n').filter(line => line !== '').length
  }
  const listed = contents.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }))
  const head = { format: 1, minReader: 1, counts, parts: listed, ...manifest }
  return writeZip([packPart('manifest.json', strToU8(JSON.stringify(head))), ...contents.map(([name, bytes]) => packPart(name, bytes))])
}

const line = (element: object): string => `${canonical(element)}\n`

const codeOf = (bytes: Uint8Array, steps: readonly Migration[] = []): unknown => {
  const read = readDocument(bytes, { migrations: steps })
  return read.ok ? 'opened' : { code: read.error.code, ...read.error.values }
}

describe('a file of ours', () => {
  test('[C7.1] gives the document that was written', () => {
    const read = readDocument(writeDocument(document))
    expect(read.ok && [...read.value.snapshot].sort()).toStrictEqual([...document].sort())
    expect(read.ok && read.value.manifest.counts).toStrictEqual({ document: 1, organisation: 1, item: 1 })
    expect(read.ok && [read.value.readOnly, read.value.upgraded]).toStrictEqual([false, undefined])
  })

  test('[C7.1] is the same whatever the order in which the document came about', () => {
    expect(writeDocument(snapshotOf(elements.toReversed()))).toStrictEqual(writeDocument(document))
  })

  test('[C7.1] an empty document is a file too', () => {
    const read = readDocument(writeDocument(snapshotOf([])))
    expect(read.ok && read.value.snapshot.size).toBe(0)
  })

  test('[C7.2] parts that we do not understand are kept, byte by byte', () => {
    const kept = new Map([
      ['history/versions.bin', Uint8Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)],
      ['attachments/依据.pdf', strToU8('%PDF')],
    ])
    const bytes = writeDocument(document, kept)
    const read = readDocument(bytes)
    expect(read.ok && read.value.kept).toStrictEqual(new Map([...kept].sort()))
    expect(read.ok && writeDocument(read.value.snapshot, read.value.kept)).toStrictEqual(bytes)
  })

  test('placements stand apart from content', () => {
    const drawn = snapshotOf([...elements, { id: 'p', kind: 'placement', name: '', element: 'i', x: 10 }])
    const read = readDocument(writeDocument(drawn))
    expect(read.ok && read.value.manifest.parts.map(part => part.name)).toContain('layout/placement.jsonl')
    expect(read.ok && read.value.snapshot.get('p')?.['x']).toBe(10)
    expect(read.ok && read.value.kept.size).toBe(0)
  })

  test('a writer that is used again writes what a new one writes', () => {
    const write = openDocumentWriter()
    write(document)
    const edited = document.set('i', { id: 'i', kind: 'item', name: '资产出租', lead: 'o' }).set('d', undefined)
    expect(write(edited)).toStrictEqual(writeDocument(edited))
    const emptied = edited.set('i', undefined)
    const kept = new Map([['history/x', strToU8('x')]])
    expect(write(emptied, kept)).toStrictEqual(writeDocument(emptied, kept))
    expect(write(document)).toStrictEqual(writeDocument(document))
  })
})

describe('a file that is refused says why', () => {
  const bytes = writeDocument(document)

  test('what is no container', () => {
    expect(codeOf(new Uint8Array())).toStrictEqual({ code: 'not-a-container' })
    expect(codeOf(strToU8('名称,部门\n'))).toStrictEqual({ code: 'not-a-container' })
  })

  test('a container that was cut, wherever', () => {
    for (let length = 4; length < bytes.length; length++)
      expect(codeOf(bytes.subarray(0, length)), String(length)).toStrictEqual({ code: 'cut' })
  })

  test('a zip that others made', () => {
    expect(codeOf(writeZip([packPart('word/document.xml', strToU8('<w/>'))]))).toStrictEqual({ code: 'foreign' })
    expect(codeOf(writeZip([packPart('manifest.json', strToU8('{"manifest_version":3}'))]))).toStrictEqual({ code: 'foreign' })
  })

  test('a part that is not what the manifest says', () => {
    const item = line({ id: 'i', kind: 'item', name: 'x' })
    expect(codeOf(container({ 'elements/item.jsonl': item }, { parts: [] }))).toStrictEqual({ code: 'damaged', part: 'settings.json' })
    const lying = { parts: [{ name: 'elements/item.jsonl', bytes: 1, sha256: sha256(strToU8(item)) }] }
    expect(codeOf(container({ 'elements/item.jsonl': item }, lying))).toMatchObject({ code: 'damaged' })
    const missing = { parts: [{ name: 'elements/unit.jsonl', bytes: 0, sha256: sha256(new Uint8Array()) }] }
    expect(codeOf(container({}, missing))).toStrictEqual({ code: 'damaged', part: 'elements/unit.jsonl' })
    expect(codeOf(container({ 'elements/item.jsonl': item }, { counts: { item: 2 } }))).toStrictEqual({
      code: 'damaged',
      part: 'elements/item.jsonl',
    })
    expect(codeOf(container({}, { counts: { item: 2 } }))).toStrictEqual({ code: 'damaged', part: 'elements/item.jsonl' })
  })

  test('text that is not UTF-8', () => {
    const gbk = Uint8Array.from([...strToU8('{"id":"i","kind":"item","name":"'), 0xb2, 0xe2, ...strToU8('"}\n')])
    const parts = [['settings.json', strToU8('{}')] as const, ['elements/item.jsonl', gbk] as const]
    const listed = parts.map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) }))
    const head = { format: 1, minReader: 1, counts: { item: 1 }, parts: listed }
    const zip = writeZip([
      packPart('manifest.json', strToU8(JSON.stringify(head))),
      ...parts.map(([name, content]) => packPart(name, content)),
    ])
    expect(codeOf(zip)).toStrictEqual({ code: 'damaged', part: 'elements/item.jsonl' })
  })

  test('[C7.2] an unknown field, with its path', () => {
    const surprise = line({ id: 'h', kind: 'item', name: 'x' }) + line({ id: 'i', kind: 'item', name: 'x', surprise: 1 })
    const at = { part: 'elements/item.jsonl', line: 2, element: 'i' }
    expect(codeOf(container({ 'elements/item.jsonl': surprise }))).toStrictEqual({ code: 'unknown-field', ...at, field: 'surprise' })
    const inside = line({ id: 'h', kind: 'item', name: 'x' }) + line({ id: 'i', kind: 'item', name: 'x', timeLimit: { value: 1, odd: 2 } })
    expect(codeOf(container({ 'elements/item.jsonl': inside }))).toStrictEqual({ code: 'unknown-field', ...at, field: 'timeLimit.odd' })
    const proto = line({ id: 'h', kind: 'item', name: 'x' }) + '{"__proto__":{"polluted":1},"id":"i","kind":"item","name":"x"}\n'
    expect(codeOf(container({ 'elements/item.jsonl': proto }))).toStrictEqual({ code: 'unknown-field', ...at, field: '__proto__' })
  })

  test('an unknown kind', () => {
    const parts = { 'elements/gadget.jsonl': line({ id: 'g', kind: 'gadget', name: 'x' }) }
    expect(codeOf(container(parts))).toStrictEqual({ code: 'unknown-kind', part: 'elements/gadget.jsonl', kind: 'gadget' })
  })

  test('a value that its field does not allow, a line that is no element', () => {
    const at = { code: 'value-invalid', part: 'elements/item.jsonl', line: 1 }
    const of = (text: string) => codeOf(container({ 'elements/item.jsonl': text }))
    expect(of(line({ id: 'i', kind: 'item', name: 7 }))).toStrictEqual({ ...at, element: 'i', field: 'name', problem: 'invalid_type' })
    expect(of(line({ id: 'i', kind: 'item', name: 'x', needs: ['b', 'a'] }))).toStrictEqual({
      ...at,
      element: 'i',
      field: 'needs',
      problem: 'not-a-sorted-set',
    })
    expect(of('{"id":"i"\n')).toStrictEqual({ ...at, element: '', field: 'id', problem: 'line' })
    expect(of(line({ id: 'i', kind: 'unit', name: 'x' }))).toStrictEqual({ ...at, element: '', field: 'kind', problem: 'line' })
  })

  test('a document that is not whole', () => {
    const dangling = line({ id: 'i', kind: 'item', name: 'x', lead: 'nobody' })
    expect(codeOf(container({ 'elements/item.jsonl': dangling }))).toStrictEqual({
      code: 'not-whole',
      breach: 'dangling-reference',
      element: 'i',
      detail: 'lead → nobody',
      count: 1,
    })
    const twice = line({ id: 'i', kind: 'item', name: 'x' })
    expect(codeOf(container({ 'elements/item.jsonl': twice + twice }))).toMatchObject({
      code: 'not-whole',
      breach: 'id-twice',
      element: 'i',
    })
  })

  test('more than a container may hold', () => {
    const many = writeZip(Array.from({ length: limits.parts + 1 }, (_, index) => packPart(`p${index}`, new Uint8Array())))
    expect(codeOf(many)).toStrictEqual({ code: 'too-large', what: 'parts', limit: limits.parts })
    const lying = writeZip([{ ...packPart('manifest.json', strToU8('{}')), bytes: 0xffff_ffff }])
    expect(codeOf(lying)).toStrictEqual({ code: 'too-large', what: 'bytes', limit: limits.bytes })
  })

  test('a part that unpacks to more than it says, or less', () => {
    const packed = packPart('manifest.json', new Uint8Array(10_000_000))
    for (const said of [100, 9_999_999, 10_000_001])
      expect(codeOf(writeZip([{ ...packed, bytes: said }])), String(said)).toStrictEqual({ code: 'damaged', part: 'manifest.json' })
  })

  test('parts that lie over one another', () => {
    const zip = writeZip([packPart('manifest.json', strToU8('{}')), packPart('b', strToU8('{}'))])
    // The offset of the second part in the directory, the last four bytes before its name.
    new DataView(zip.buffer).setUint32(zip.length - 22 - 1 - 4, 0, true)
    expect(codeOf(zip)).toMatchObject({ code: 'damaged' })
  })
})

describe('a newer file', () => {
  const item = { id: 'i', kind: 'item', name: '资产处置', surprise: 1, timeLimit: { value: 5, odd: true }, needs: ['x'] }
  const note = { id: 'c', kind: 'comment', name: '', object: 'x' }
  const parts = {
    'elements/comment.jsonl': line(note),
    'elements/gadget.jsonl': line({ id: 'x', kind: 'gadget', name: '新东西' }),
    'elements/item.jsonl': line(item),
  }

  test('[C7.2] opens read-only with what we understand when its minReader is met', () => {
    const read = readDocument(container(parts, { format: 2, minReader: 1 }))
    expect(read.ok && read.value.readOnly).toBe(true)
    expect(read.ok && [...read.value.snapshot.values()]).toStrictEqual([
      { id: 'i', kind: 'item', name: '资产处置', timeLimit: { value: 5 } },
    ])
  })

  test('[C7.2] is refused when its minReader is not met', () => {
    expect(codeOf(container(parts, { format: 3, minReader: 2 }))).toStrictEqual({ code: 'newer', format: 3, minReader: 2 })
  })
})

describe('an older file', () => {
  const steps: readonly Migration[] = [
    {
      to: 2,
      id: 'migration/title-becomes-name',
      up: raw => raw.map(({ title, ...rest }) => (title === undefined ? rest : { ...rest, name: title })),
      sample: { before: [{ id: 'i', kind: 'item', title: 'x' }], after: [{ id: 'i', kind: 'item', name: 'x' }] },
    },
  ]

  test('is brought to the format of today, and says so', () => {
    const read = readDocument(container({ 'elements/item.jsonl': line({ id: 'i', kind: 'item', title: '旧' }) }), { migrations: steps })
    expect(read.ok && read.value.snapshot.get('i')).toStrictEqual({ id: 'i', kind: 'item', name: '旧' })
    expect(read.ok && read.value.upgraded).toStrictEqual({ from: 1, steps: ['migration/title-becomes-name'] })
  })
})
