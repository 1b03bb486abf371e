import fc from 'fast-check'
import { deflateSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { crc32 } from '#model/file/zip/crc32.ts'
import { foreignZip, ownZip } from './limits.ts'
import { openArchive } from './safe-zip.ts'

/** A part as it is written, and what its descriptions say instead of the truth. */
interface Part {
  readonly name: string
  readonly content: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  readonly bytes?: number
  readonly packed?: number
  readonly localName?: string
  readonly offset?: number
  /** Sizes and place stand in the zip64 field. */
  readonly wide?: bigint
}

interface End {
  readonly count?: number
  readonly disk?: number
  readonly start?: number
  readonly comment?: Uint8Array
  readonly trailing?: number
  readonly is64?: boolean
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

function record(...fields: readonly (readonly [size: 2 | 4 | 8, value: number | bigint])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, Number(value), true)
    else if (size === 4) view.setUint32(at, Number(value), true)
    else view.setBigUint64(at, BigInt(value), true)
    at += size
  }
  return bytes
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** A zip, true or not. Source: PKWARE, APPNOTE.TXT. */
function craft(parts: readonly Part[], end: End = {}): Uint8Array {
  const pieces: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const { content, method = 8, flags = 0x0800 } = part
    const packed = method === 8 ? deflateSync(content) : content
    const [name, own] = [text(part.name), text(part.localName ?? part.name)]
    const [crc, size, length] = [part.crc ?? crc32(content), part.packed ?? packed.length, part.bytes ?? content.length]
    const offset = part.offset ?? at
    const local = record(
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc],
      [4, size],
      [4, length],
      [2, own.length],
      [2, 0],
    )
    const wide = part.wide === undefined ? new Uint8Array() : record([2, 1], [2, 24], [8, part.wide], [8, size], [8, offset])
    const shown = (value: number): number => (part.wide === undefined ? value : 0xffffffff)
    central.push(
      record([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, shown(size)], [4, shown(length)]),
      record([2, name.length], [2, wide.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, shown(offset)]),
      name,
      wide,
    )
    pieces.push(local, own, packed)
    at += local.length + own.length + packed.length
  }
  const directory = joined(central)
  const { disk = 0, start = at, comment = new Uint8Array(), trailing = 0 } = end
  const count = end.count ?? parts.length
  if (end.is64) {
    const wide = [
      [8, count],
      [8, count],
      [8, directory.length],
      [8, start],
    ] as const
    central.push(record([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], ...wide))
    central.push(record([4, 0x07064b50], [4, 0], [8, at + directory.length], [4, 1]))
  }
  const [shownCount, shownStart] = end.is64 ? [0xffff, 0xffffffff] : [count, start]
  const last = record([4, 0x06054b50], [2, disk], [2, disk], [2, shownCount], [2, shownCount], [4, directory.length], [4, shownStart])
  return joined([...pieces, ...central, last, record([2, comment.length]), comment, new Uint8Array(trailing)])
}

/** What becomes of every part of an archive: the first problem, or `read`. */
function outcome(bytes: Uint8Array, most = foreignZip): string {
  const archive = openArchive(bytes, most)
  if (!archive.ok) return archive.error.code
  for (const name of archive.value.names) {
    const part = archive.value.part(name)
    if (!part.ok) return part.error.code
  }
  return 'read'
}

const hello: Part = { name: 'a.xml', content: text('<a>你好</a>') }
const zeros = new Uint8Array(20 << 20)
const stored = joined([text('x'), craft([{ name: 'in.xml', content: text('y') }])])

const hostile: readonly (readonly [what: string, bytes: () => Uint8Array, code: string])[] = [
  ['a bomb: 20 MB in 20 kB', () => craft([{ name: 'bomb', content: zeros }]), 'suspicious-ratio'],
  ['a bomb that says it is 1,000 bytes', () => craft([{ name: 'bomb', content: zeros, bytes: 1000 }]), 'damaged'],
  ['a part said to be longer than it is', () => craft([{ ...hello, bytes: 5000 }]), 'damaged'],
  ['a part that says 250 GB could come of ten bytes', () => craft([{ ...hello, bytes: 0xfffffff0 }]), 'too-large'],
  [
    'parts of 250 MB each, together too much',
    () => craft('abc'.split('').map(name => ({ ...hello, name, bytes: 250 << 20 }))),
    'too-large',
  ],
  [
    'a part inside another one',
    () =>
      craft([
        { name: 'out', content: stored, method: 0 },
        { name: 'in.xml', content: text('y'), offset: 34 },
      ]),
    'damaged',
  ],
  ['two parts that share one content', () => craft([hello, { ...hello, name: 'b.xml', localName: 'a.xml', offset: 0 }]), 'damaged'],
  [
    '65,000 parts',
    () => craft(Array.from({ length: 65_000 }, (_, index) => ({ name: `${index}`, content: text(''), method: 0 }))),
    'too-many-parts',
  ],
  ['a count below the truth', () => craft([hello, { ...hello, name: 'b' }], { count: 1 }), 'damaged'],
  ['a count above the truth', () => craft([hello], { count: 2 }), 'damaged'],
  ['encryption', () => craft([{ ...hello, flags: 0x0801 }]), 'encrypted'],
  ['a wrong check sum', () => craft([{ ...hello, crc: 1 }]), 'damaged'],
  ['a wrong check sum of a stored part', () => craft([{ ...hello, method: 0, crc: 1 }]), 'damaged'],
  ['a compression nobody uses', () => craft([{ ...hello, method: 12 }]), 'damaged'],
  ['another name in the part than in the directory', () => craft([{ ...hello, localName: 'b.xml' }]), 'damaged'],
  ['a zip64 length beyond every disk', () => craft([{ ...hello, wide: 1n << 60n }]), 'damaged'],
  ['a zip64 length beyond the limit', () => craft([{ ...hello, wide: 1n << 40n }]), 'too-large'],
  ['a zip64 directory beyond the file', () => craft([hello], { is64: true, start: 1e12 }), 'damaged'],
  ['a part beyond the file', () => craft([{ ...hello, offset: 1e9 }]), 'damaged'],
  ['several disks', () => craft([hello], { disk: 1 }), 'damaged'],
  ['bytes behind the end', () => craft([hello], { trailing: 4 }), 'damaged'],
  ['bytes before the beginning', () => joined([text('#!/bin/sh\n'), craft([hello])]), 'damaged'],
  ['names that differ only in case', () => craft([hello, { ...hello, name: 'A.XML' }]), 'bad-entry-name'],
  ['a name that leaves the archive', () => craft([{ ...hello, name: '../a.xml' }]), 'bad-entry-name'],
  ['a name that is no text', () => craft([{ ...hello, name: '\uFFFF' }]), 'bad-entry-name'],
  ['a folder with a content', () => craft([{ ...hello, name: 'a/' }]), 'damaged'],
  ['half an archive', () => craft([hello]).slice(0, 40), 'damaged'],
]

/** Milliseconds after which reading counts as a hang; the aim is 50 ms. */
const HANG = 5000

describe('[I1] hostile archives', () => {
  const times: number[] = []
  afterAll(() => console.log(`[I1] ${times.length} hostile archives, slowest ${Math.round(Math.max(...times))} ms`))

  test.each(hostile)('%s is refused', (what, bytes, code) => {
    const archive = bytes()
    const started = performance.now()
    expect(outcome(archive)).toBe(code)
    times.push(performance.now() - started)
    expect(times.at(-1), what).toBeLessThan(HANG)
  })

  test('there are at least 12', () => expect(hostile.length).toBeGreaterThanOrEqual(12))

  test('500 archives with changed bytes are read as they were, or refused', () => {
    const original = zipSync({
      'xl/a.xml': text('甲'.repeat(2000)),
      'xl/b.xml': text('<b/>'),
      'c.bin': [Uint8Array.of(1, 2, 3), { level: 0 }],
    })
    const expected = contents(original)
    let refused = 0
    let same = 0
    fc.assert(
      fc.property(fc.nat(original.length - 1), fc.nat(7), fc.option(fc.nat(original.length)), (at, bit, cut) => {
        const mutant = original.slice(0, cut ?? original.length)
        if (at < mutant.length) mutant[at] = (mutant[at] ?? 0) ^ (1 << bit)
        const found = contents(mutant)
        if (found === undefined) return void refused++
        // A name or a time may differ; the contents, which are summed, may not.
        expect(found.map(([, content]) => content)).toStrictEqual(expected?.map(([, content]) => content))
        same++
      }),
      { numRuns: 500, seed: 1 },
    )
    console.log(`[I1] 500 changed archives: ${refused} refused, ${same} unharmed, 0 crashes`)
    expect(refused).toBeGreaterThan(250)
  })
})

function contents(bytes: Uint8Array): (readonly [string, Uint8Array])[] | undefined {
  const archive = openArchive(bytes)
  if (!archive.ok) return undefined
  const found: (readonly [string, Uint8Array])[] = []
  for (const name of archive.value.names) {
    const part = archive.value.part(name)
    if (!part.ok) return undefined
    found.push([name, part.value])
  }
  return found
}

describe('honest archives', () => {
  test('what another writer packs is read back, whole and in pieces', () => {
    const name = fc.stringMatching(/^[a-z甲乙]{1,8}(?:\/[a-z甲乙]{1,8})?\.xml$/u)
    const part = fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(0 as const, 6 as const))
    fc.assert(
      fc.property(fc.dictionary(name, part, { maxKeys: 6, noNullPrototype: true }), parts => {
        const archive = openArchive(
          zipSync(Object.fromEntries(Object.entries(parts).map(([key, [content, level]]) => [key, [content, { level }]]))),
        )
        if (!archive.ok) throw new Error(archive.error.code)
        expect([...archive.value.names].sort()).toStrictEqual(Object.keys(parts).sort())
        for (const [key, [content]] of Object.entries(parts)) {
          const pieces: Uint8Array[] = []
          const done = archive.value.unpack(key, piece => pieces.push(piece.slice()) > 0)
          expect(done.ok).toBe(true)
          expect(joined(pieces)).toStrictEqual(content)
          expect(archive.value.part(key)).toStrictEqual({ ok: true, value: content })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('zip64 within limits, comments, folders and names in GB18030 are read', () => {
    const wide = craft([{ ...hello, wide: BigInt(hello.content.length) }], { is64: true })
    expect(outcome(wide)).toBe('read')
    expect(outcome(craft([hello], { comment: text('注') }))).toBe('read')
    expect(outcome(craft([{ name: 'xl/', content: text(''), method: 0 }, hello]))).toBe('read')
    const old = craft([{ name: 'abcd.xml', content: text('x'), flags: 0 }])
    const bytes = Uint8Array.from(
      old,
      (byte, at) => ({ 0x61: 0xca, 0x62: 0xc2, 0x63: 0xcf, 0x64: 0xee })[isNameAt(old, at) ? byte : 0] ?? byte,
    )
    const archive = openArchive(bytes)
    expect(archive.ok && archive.value.names).toStrictEqual(['事项.xml'])
  })

  test('reading ends as soon as nobody wants more', () => {
    const archive = openArchive(craft([{ name: 'long', content: new Uint8Array(5 << 20).map((_, at) => at * 7 + (at >> 9)) }]), ownZip)
    let pieces = 0
    expect(archive.ok && archive.value.unpack('long', () => ++pieces < 2).ok).toBe(true)
    expect(pieces).toBe(2)
    expect(archive.ok && archive.value.part('none')).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  test('the limits are those that were given', () => {
    const bytes = craft([hello, { ...hello, name: 'b' }])
    expect(outcome(bytes, { ...foreignZip, parts: 1 })).toBe('too-many-parts')
    expect(outcome(bytes, { ...foreignZip, part: 5 })).toBe('too-large')
    expect(outcome(bytes, { ...foreignZip, all: 20 })).toBe('too-large')
    expect(outcome(bytes, { ...foreignZip, archive: 20 })).toBe('too-large')
    expect(outcome(bytes, ownZip)).toBe('read')
  })
})

/** Whether one of the first four signs of a name stands here: behind the local header, or behind the one of the directory. */
function isNameAt(bytes: Uint8Array, at: number): boolean {
  const central = bytes.findIndex((_, from) => bytes[from] === 0x50 && bytes[from + 1] === 0x4b && bytes[from + 2] === 1)
  return (at >= 30 && at < 34) || (at >= central + 46 && at < central + 50)
}
