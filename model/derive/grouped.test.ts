import { expect, test } from 'vitest'
import type { Delta } from '../document/delta.ts'
import { emptySnapshot } from '../document/snapshot.ts'
import { ownedBy } from './owned-by.ts'

test('seven hundred thousand elements may come into one group at once', () => {
  const delta: Delta = new Map(
    Array.from(
      { length: 700_000 },
      (_, index) => [`i${index}`, [undefined, { id: `i${index}`, kind: 'item', name: '', owner: 'u' }]] as const,
    ),
  )
  expect(ownedBy.update(ownedBy.build(emptySnapshot), delta).get('u')?.length).toBe(700_000)
})
