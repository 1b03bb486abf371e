import { describe, expect, test } from 'vitest'
import { type Listing, listings, membersOf, unguarded, unlisted } from './lists.ts'
import { sourcesBelow } from './sources.ts'

const sources = sourcesBelow('.')

/** How many members a list had when this floor was last raised; a reader that finds none would find every list complete. */
const fewest: Readonly<Record<string, number>> = {
  'model/kinds': 35,
  'model/derive': 5,
  'model/method': 8,
  'model/operations': 6,
  'model/reactions': 2,
}

describe.each(listings.map(one => [one.folder, one] as const))('%s', (folder, listing) => {
  test('the list names every member of its folder, once', () => {
    expect(unlisted(listing, sources)).toStrictEqual([])
    expect(membersOf(listing, sources).length).toBeGreaterThanOrEqual(fewest[folder] ?? 0)
  })
})

test('no list goes unguarded', () => {
  expect(unguarded('.', sources)).toStrictEqual([])
})

test('every planted gap is found', () => {
  const planted = sourcesBelow('tests/architecture/canaries/lists')
  const rules: Listing = { folder: 'rules', declaredBy: ['defineRule'] }
  expect(membersOf(rules, planted)).toHaveLength(6)
  expect(unlisted(rules, planted)).toStrictEqual([
    'rules/l1/forgotten.ts > forgotten is missing',
    'rules/l2/unspread.ts > unspread is missing',
    'rules/listed.ts > alsoHere is missing',
    'rules/twice.ts > twice is named twice',
  ])
  expect(unlisted({ folder: 'reactions', declaredBy: ['Reaction'] }, planted)).toStrictEqual(['reactions/lonely.ts > lonely is missing'])
  expect(unguarded('tests/architecture/canaries/lists', planted)).toStrictEqual(['rules', 'rules/l1', 'rules/l2'])
})
