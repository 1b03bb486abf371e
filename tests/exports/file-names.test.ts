import { expect, test } from 'vitest'
import { safeFileName } from '#host/core/safe-file-name.ts'

const devices = [
  'CON',
  'con',
  'PRN',
  'AUX',
  'NUL',
  'COM1',
  'com9',
  'LPT1',
  'lpt9',
  'COM¹',
  'LPT³',
  'CONIN$',
  'CONOUT$',
  'CON.txt',
  'nul.jw',
  'aux .x',
]
const signs = Array.from('<>:"/\\|?*', sign => `甲${sign}乙`)
const ends = ['计划.', '计划. .', '计划 ', ' 计划', '.hidden', '..', '.', '...jw', ' ', '']
const controls = [
  'a\u0000b',
  'a\nb',
  'a\tb',
  'a\u007Fb',
  'a\u0085b',
  '\u202Eexe.jw',
  'a\u2028b',
  'a\u200Bb',
  '\uFEFFa',
  'a\uFFFEb',
  '\uD842',
  '甲\uDFB7',
]
const paths = ['../../etc/passwd', 'C:\\Windows\\x', '\\\\server\\share', '/abs', '~/x', 'a:stream', 'a/../b']
const long = ['长'.repeat(300), '𠮷'.repeat(100), '👨‍👩‍👧‍👦'.repeat(40), 'a'.repeat(300), `${'甲'.repeat(60)}.jw.jw`, 'é'.repeat(200)]
const names: readonly string[] = [...devices, ...signs, ...ends, ...controls, ...paths, ...long]

/** What each system refuses, written down apart from the code that avoids it. Sources: Naming Files, Paths, and Namespaces (Microsoft); APFS; ext4. */
const rules: readonly (readonly [system: string, allows: (name: string) => boolean])[] = [
  [
    'Windows',
    name =>
      !/[<>:"/\\|?*\u0000-\u001F]/u.test(name) &&
      !/[ .]$/u.test(name) &&
      !/^(?:con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³])\s*(?:\.|$)/iu.test(name) &&
      name.length <= 255,
  ],
  [
    'macOS',
    name => !/[/:\u0000]/u.test(name) && name.normalize('NFD').isWellFormed() && !name.startsWith('.') && Buffer.byteLength(name) <= 255,
  ],
  ['Linux', name => !/[/\u0000]/u.test(name) && !['.', '..'].includes(name) && Buffer.byteLength(name) <= 255],
]

test.each(rules)('[E8] of 60 titles each gives a name that %s allows', (_, allows) => {
  expect(names).toHaveLength(60)
  const refused = names.map(name => safeFileName(name, 'jw', '未命名')).filter(name => !allows(name))
  expect(refused).toStrictEqual([])
})

test('[E8] the rules themselves refuse what they should', () => {
  expect(rules.map(([, allows]) => names.filter(name => !allows(name)).length)).toStrictEqual([44, 20, 13])
})
