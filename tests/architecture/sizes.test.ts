import { expect, test } from 'vitest'
import { isBelow } from './rooms.ts'
import { type Breach, breaches } from './sizes.ts'
import { sourcesBelow } from './sources.ts'

/** Rooms that are lists: a member more is not a room that grew too large. Source: contracts C9.5. */
const lists = ['cli/commands', 'model/kinds', 'model/operations', 'model/rules', 'words']

/** What may be larger, up to which size, and why. */
const exceptions: readonly (Breach & { readonly why: string })[] = [
  { sort: 'folder', place: 'model/method', size: 24, why: 'one file per question the method answers; the facts among them are a list' },
]

const isJustified = ({ sort, place, size }: Breach): boolean =>
  (sort === 'folder' && lists.some(list => isBelow(place, list))) ||
  exceptions.some(one => one.sort === sort && one.place === place && size <= one.size)

test('[C9.5] files, functions and rooms keep their size, or the reason stands here', () => {
  expect(breaches(sourcesBelow('.')).filter(breach => !isJustified(breach))).toStrictEqual([])
})

test('[C9.5] every exception is still needed', () => {
  const found = breaches(sourcesBelow('.'))
  for (const { sort, place } of exceptions)
    expect(
      found.some(one => one.sort === sort && one.place === place),
      place,
    ).toBe(true)
})

test('[C9.5] every planted breach is found', () => {
  const found = breaches(sourcesBelow('tests/architecture/canaries/sizes'))
  expect(found.map(({ sort, place, size }) => `${sort} ${place} ${size}`).sort()).toStrictEqual([
    'file long-file.ts 251',
    'file long-functions.ts 262',
    'folder crowded 13',
    'function long-functions.ts > arrow 51',
    'function long-functions.ts > line 160 51',
    'function long-functions.ts > method 51',
    'function long-functions.ts > plain 51',
    'test long.test.ts 401',
  ])
})
