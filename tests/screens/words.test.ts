import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codesIn } from '#words/index.ts'

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/u.test(path) && !path.endsWith('.test.ts'))
  .map(path => [path, readFileSync(`renderer/${path}`, 'utf8')] as const)
const all = sources.map(([, source]) => source).join('\n')
const codes = Object.keys(codesIn('zh-CN'))

test('every text a screen asks for is there', () => {
  const asked = [...all.matchAll(/'((?:screens|severity|state|step)\/[\w/-]+)'/gu)].map(([, code = '']) => code)
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(code => !codes.includes(code))).toStrictEqual([])
})

test('every text of the screens is asked for, by its code or by what it begins with', () => {
  const begun = [...all.matchAll(/`(screens\/[\w-]+[/-])\$\{/gu)].map(([, start = '']) => start)
  const unused = codes.filter(
    code => code.startsWith('screens/') && !all.includes(`'${code}'`) && !begun.some(start => code.startsWith(start)),
  )
  expect(unused).toStrictEqual([])
})

test('no screen says anything in Chinese that does not stand in the words', () => {
  for (const [path, source] of sources) expect(source.match(/\p{Script=Han}+/u)?.[0], path).toBeUndefined()
})
