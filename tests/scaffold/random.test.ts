import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCases } from '../support/runs.ts'
import { everyBundle } from './bundles.ts'
import { executed } from './database.ts'
import { rightLegs } from './right-legs.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas } from './judges.ts'

/** Documents that go through every judge: a thousand in the full run (reliability E6). */
const DOCUMENTS = process.env['JINGWEI_FULL'] ? 1000 : 60

/** Elements in each: enough that resources meet data items, code lists and services. */
const SIZE = 60

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
