import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Snapshot } from '#model/document/snapshot.ts'
import { countCases } from '../support/runs.ts'
import { attempted, Bundle } from './bundles.ts'
import { executed } from './database.ts'
import { rightLegs } from './right-legs.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas } from './judges.ts'

/** Documents that go through every judge: a thousand in the full run (reliability E6). */
const DOCUMENTS = process.env['JINGWEI_FULL'] ? 1000 : 60

/** Elements in each: enough that resources meet data items, code lists and services. */
const SIZE = 60

/** Every bundle of a document: one per network where its resources lie in several. */
async function everyBundle(snapshot: Snapshot): Promise<Bundle[]> {
  const made = await attempted(snapshot)
  if (made.ok) return [new Bundle(made.value)]
  if (made.error.code !== 'zones-mixed') return []
  const zoned = await Promise.all(made.error.zones.map(({ zone }) => attempted(snapshot, { zone })))
  return zoned.map(one => {
    if (!one.ok) throw new Error(`refused: ${one.error.code}`)
    return new Bundle(one.value)
  })
}

describe('[E6] any document', () => {
  const { count } = countCases('scaffold')

  test('gives bundles that fit what others define', { timeout: 1_200_000 }, async () => {
    const database = await executed('')
    let fields = 0
    await fc.assert(
      fc.asyncProperty(rightLegs(SIZE), async snapshot => {
        for (const bundle of await everyBundle(snapshot)) {
          judgeSchemas(bundle)
          judgeOpenApi(bundle)
          judgeContracts(bundle)
          judgeListing(bundle)
          fields += bundle.listing.fields.length
          await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
          await database.exec(bundle.text('database/schema.sql'))
        }
        count()
      }),
      { numRuns: DOCUMENTS },
    )
    await database.close()
    expect(fields).toBeGreaterThan(5 * DOCUMENTS)
  })
})
