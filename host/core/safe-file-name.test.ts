import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from './safe-file-name.ts'

const named = (title: string): string => safeFileName(title, 'jw', 'untitled')

describe('[E8] a suggested name is legal everywhere', () => {
  test.each([
    ['渔船进出港报告', '渔船进出港报告.jw'],
    ['a/b\\c', 'a／b＼c.jw'],
    ['“一件事”: 办理?', '“一件事”： 办理？.jw'],
    ['<a>|*"', '＜a＞｜＊＂.jw'],
    ['CON', '_CON.jw'],
    ['con.2026', '_con.2026.jw'],
    ['NUL .x', '_NUL .x.jw'],
    ['LPT¹', '_LPT¹.jw'],
    ['CONIN$', '_CONIN$.jw'],
    ['COM10', 'COM10.jw'],
    ['CONTRACT', 'CONTRACT.jw'],
    ['计划. . ', '计划.jw'],
    ['..', 'untitled.jw'],
    ['.hidden', 'hidden.jw'],
    ['', 'untitled.jw'],
    ['   ', 'untitled.jw'],
    ['a\u0000b\u001fc\u007f', 'abc.jw'],
    ['a\nb\tc', 'a b c.jw'],
    ['gpj.\u202Eexe', 'gpj.exe.jw'],
    ['\uD842', 'untitled.jw'],
    ['e\u0301te\u0301', 'été.jw'],
    ['👩‍👩‍👧‍👦 家庭', '👩‍👩‍👧‍👦 家庭.jw'],
    ['\uFEFF名', '名.jw'],
  ])('%j becomes %j', (title, name) => expect(named(title)).toBe(name))

  test('whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
        const name = named(title)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]|^[\s.]|[\s.]\.jw$/u)
        expect(name.endsWith('.jw') && name.length > 3).toBe(true)
        expect(name.split('.')[0]).not.toMatch(/^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)\s*$/iu)
        expect(named(name.slice(0, -3))).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('[D13] a long name is cut between two signs', () => {
  test.each([
    ['甲'.repeat(85), 65],
    ['𠮷'.repeat(63), 49],
    ['葛\u{E0100}'.repeat(60), 28],
    ['👩‍👩‍👧‍👦'.repeat(20), 7],
  ])('%s…', (title, signs) => {
    const stem = named(title).slice(0, -3)
    const segments = [...new Intl.Segmenter('zh').segment(stem)]
    expect(segments.length).toBe(signs)
    expect(title.startsWith(stem)).toBe(true)
    expect(segments.at(-1)?.segment).toBe(segments[0]?.segment)
  })

  test('one sign that is too long itself is cut between code points', () => {
    const name = named(`a${'\u0301'.repeat(300)}`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name.length).toBeGreaterThan(90)
  })
})
