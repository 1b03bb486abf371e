import { describe, expect, test } from 'vitest'
import { decode, type Encoding } from './decode.ts'

const texts = [
  '名称,编码\n协同,001\n',
  '序号\t事项名称\t主管部门\r\n1\t一件事\t一网通办\r\n',
  '\u201C最多跑一次\u201D改革,中文标点\u3002\n',
  '人口,1000\n',
  '一,二\n',
  '\u3000\u3000全角空格，〇〇\n',
  '㑇㐂,扩展甲\n',
  '𠮷田,𡈼\n',
  'plain ascii,only\n',
  'Ａ－Ｚ，ａ－ｚ\n',
  '国徽🇨🇳,😀\n',
  '刀,㈱,①,℃\n',
]

const withUtf16 = (text: string, isLittle: boolean): number[] =>
  text
    .split('')
    .flatMap(sign =>
      isLittle ? [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8] : [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 0xff],
    )

/** Two-byte codes as the platform decodes them, the other way round. */
const twoBytes = new Map<string, readonly number[]>()
for (let first = 0x81; first <= 0xfe; first++)
  for (let second = 0x40; second <= 0xfe; second++) {
    const sign = new TextDecoder('gb18030').decode(Uint8Array.of(first, second))
    if (sign.length === 1 && sign !== '\uFFFD') twoBytes.set(sign, [first, second])
  }

const fourBytes = (linear: number): number[] => [
  0x81 + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
]

/** Four-byte codes: the other planes count on from 0x90308130; of the first one they are found by trying. Source: GB 18030-2022. */
function gb18030(text: string): number[] {
  return Array.from(text).flatMap(sign => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code > 0xffff) return fourBytes(189_000 + code - 0x10000)
    const known = twoBytes.get(sign)
    if (known) return [...known]
    for (let linear = 0; linear < 39_420; linear++) {
      const bytes = fourBytes(linear)
      if (new TextDecoder('gb18030').decode(Uint8Array.from(bytes)) === sign) return bytes
    }
    throw new Error(sign)
  })
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]

const writings: readonly (readonly [name: string, encoding: Encoding, write: (text: string) => number[]])[] = [
  ['UTF-8', 'utf-8', utf8],
  ['UTF-8 with a mark', 'utf-8', text => [0xef, 0xbb, 0xbf, ...utf8(text)]],
  ['UTF-16LE with a mark', 'utf-16le', text => withUtf16(`\uFEFF${text}`, true)],
  ['UTF-16LE', 'utf-16le', text => withUtf16(text, true)],
  ['UTF-16BE', 'utf-16be', text => withUtf16(text, false)],
  ['UTF-16BE with a mark', 'utf-16be', text => withUtf16(`\uFEFF${text}`, false)],
  ['GB18030', 'gb18030', gb18030],
]

describe('[I7] encodings', () => {
  const fixtures = writings.flatMap(([name, encoding, write]) => texts.map(text => [name, encoding, write(text), text] as const))

  test.each(writings)('%s is told and read in 12 texts', (name, encoding) => {
    for (const [, , bytes, text] of fixtures.filter(one => one[0] === name)) {
      // Emoji hold whatever they are written in; where nearly no sign is usual, UTF-16 without a mark cannot be told.
      const isHard = /^UTF-16(?:LE|BE)$/u.test(name) && text.includes('😀')
      const found = decode(Uint8Array.from(bytes))
      const isAscii = /^[\u0000-\u007F]*$/u.test(text) && encoding === 'gb18030'
      if (!isHard) expect(found).toStrictEqual({ ok: true, value: { text, encoding: isAscii ? 'utf-8' : encoding } })
      else if (found.ok) expect(found.value.text).toBe(text)
    }
  })

  test('there are more than 60', () => {
    process.stdout.write(`[I7] ${fixtures.length} encoded texts\n`)
    expect(fixtures.length).toBeGreaterThanOrEqual(60)
  })

  test('a long Chinese text in UTF-16 with few line ends is told', () => {
    const text = `${'本级行政机关一体化政务服务平台'.repeat(400)}\n`
    for (const isLittle of [true, false])
      expect(decode(Uint8Array.from(withUtf16(text, isLittle)))).toMatchObject({
        value: { encoding: isLittle ? 'utf-16le' : 'utf-16be', text },
      })
  })

  test.each([
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x0a]],
    ['a zero byte', [0x61, 0x00, 0x62]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ['UTF-32 with a mark', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]],
    ['UTF-8 with a mark and something else', [0xef, 0xbb, 0xbf, 0xc3, 0x28]],
    ['half a sign of UTF-16', [0xff, 0xfe, 0x61]],
    ['a lone surrogate', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]],
    ['bytes that nobody writes', [0xff, 0xff, 0xff, 0xff]],
  ])('%s is refused', (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toStrictEqual({ ok: false, error: { code: 'unknown-encoding', values: {} } })
  })

  test('a person may name the encoding', () => {
    const big5 = Uint8Array.of(0xa6, 0x57, 0xba, 0xd9)
    expect(decode(big5, 'big5')).toStrictEqual({ ok: true, value: { text: '名稱', encoding: 'big5' } })
    expect(decode(Uint8Array.of(0xff), 'utf-8').ok).toBe(false)
  })

  test('[§0.4] what is too long to decode is refused before it comes out empty', () => {
    const bytes = new Uint8Array(129 * 1024 * 1024)
    expect(decode(bytes)).toMatchObject({ error: { code: 'too-large' } })
  })
})
