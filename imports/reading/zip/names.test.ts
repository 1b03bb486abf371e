import { expect, test } from 'vitest'
import { foreignZip } from '../limits.ts'
import { isSafeName } from './names.ts'

const legal = ['xl/workbook.xml', '[Content_Types].xml', '_rels/.rels', '清单/事项 一.csv', 'xl/media/', `${'名'.repeat(78)}.xml`]

const illegal = [
  '',
  '/abs.txt',
  '//host/share',
  '../a',
  'a/../b',
  'a/..',
  './a',
  'a//b',
  '/',
  'C:\\evil.txt',
  'C:evil.txt',
  'a\\b',
  '..\\a',
  'a:stream',
  'con',
  'CON.txt',
  'xl/aux.xml',
  'nul',
  'com1',
  'LPT9.log',
  'com¹',
  '__proto__',
  'xl/__proto__/a',
  'constructor',
  'a\u0000b',
  'a\nb',
  'a\u007F',
  '\u202Efdp.exe',
  'a\u2066b',
  'a\u200Bb',
  '\uFEFFa',
  'a.',
  'a ',
  'a?',
  'a*b',
  'a|b',
  'a"b',
  'a\uD800b',
  `${'名'.repeat(80)}.xml`,
  'a\uFFFE',
]

test('[I2] of 46 names the 6 legal ones are accepted', () => {
  expect([...legal, ...illegal].filter(name => isSafeName(name, foreignZip.name))).toStrictEqual(legal)
  expect(illegal).toHaveLength(40)
})
