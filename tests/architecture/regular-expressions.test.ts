import { expect, test } from 'vitest'
import { adversaries, expressionsIn, steepness } from './regular-expressions.ts'
import { isTest, sourcesBelow } from './sources.ts'

const ours = expressionsIn(sourcesBelow('.').filter(({ path }) => !isTest(path) && !/^(?:tests|scripts)\//u.test(path)))

test('[I6] no expression takes longer than in proportion to its text', { timeout: 300_000 }, () => {
  const started = performance.now()
  // Other work on the machine makes a step look steep; an expression that is steep is so again.
  const steep = ours.flatMap(one => (steepness(one) === undefined ? [] : (steepness(one) ?? [])))
  process.stdout.write(
    `[I6] ${ours.length} expressions on 6 strings of 20,000 signs: ${Math.round(performance.now() - started)} ms, ${steep.length} steep\n`,
  )
  expect(steep).toStrictEqual([])
  expect(ours.length, 'expressions found; a guard that sees nothing passes everything').toBeGreaterThan(250)
})

test.each([
  [String.raw`^(\w+\s?)*$`, 'u'],
  [String.raw`\s+$`, 'u'],
  [String.raw`(a|a)*b`, 'u'],
  [String.raw`\d+x`, 'gu'],
  [String.raw`=+!`, 'u'],
])('[I6] /%s/%s is found', (pattern, flags) => {
  // Noise can hide growth once, hardly five times.
  const said = Array.from({ length: 5 }, () => steepness({ place: 'here', pattern, flags })).find(one => one !== undefined)
  expect(said).toMatch(/^here /u)
})

test('[I6] each expression is given six strings of the length asked for', () => {
  const texts = adversaries({ place: '', pattern: '<!--[\\s\\S]*?-->', flags: 'u' }, 20_000)
  expect(texts.map(text => text.length)).toStrictEqual(Array.from({ length: 6 }, () => 20_000))
  expect([texts[4]?.slice(0, 3), texts[5]?.slice(0, 8)]).toStrictEqual(['<<<', '<!-><!->'])
})
