import { expect, test } from 'vitest'
import type { Scaffold } from '#exports/scaffold/scaffold.ts'
import { Bundle, bundled, sanzi } from './bundles.ts'
import { executed } from './database.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas, redoclyProblems } from './judges.ts'

/** The bundle with one text in some of its files changed. */
function changed({ made }: Bundle, fits: RegExp, from: string | RegExp, to: string): Bundle {
  let times = 0
  const files = made.files.map(file => {
    if (!fits.test(file.path)) return file
    const text = new TextDecoder().decode(file.bytes)
    const other = text.replace(from, to)
    if (other !== text) times++
    return { ...file, bytes: new TextEncoder().encode(other) }
  })
  expect(times, `${String(from)} stands somewhere`).toBeGreaterThan(0)
  return new Bundle({ ...made, files } satisfies Scaffold)
}

const fine = await bundled(sanzi, { zone: 'governmentExtranet' })

const faults: readonly (readonly [fault: string, judge: (bundle: Bundle) => unknown, path: RegExp, from: string | RegExp, to: string])[] = [
  ['a type that is none', judgeSchemas, /^schemas/u, '"type": "string"', '"type": "text"'],
  ['a sample without its mark', judgeSchemas, /^samples/u, '"illustrative": true', '"illustrative": false'],
  ['a sample of the wrong type', judgeSchemas, /^samples/u, '"identityCheck": true', '"identityCheck": "是"'],
  ['a sample that is no code of its table', judgeSchemas, /^samples/u, '"assetClass": "1"', '"assetClass": "7"'],
  ['a date that is none', judgeSchemas, /^samples/u, '"20250101"', '"20251301"'],
  ['a parameter without a place', judgeOpenApi, /^openapi/u, '"in": "query",', ''],
  ['a reference that leads nowhere', judgeOpenApi, /^openapi/u, '#/components/responses/BadRequest', '#/components/responses/None'],
  ['an operation called like another', judgeOpenApi, /^openapi/u, /"operationId": "\w+"/gu, '"operationId": "same"'],
  ['an example that does not fit', judgeOpenApi, /^openapi/u, '"pageSize": 20', '"pageSize": "20"'],
  ['a contract without its kind', judgeContracts, /^contracts/u, 'kind: "DataContract"\n', ''],
  ['a contract with a field of its own', judgeContracts, /^contracts/u, 'kind:', 'ours: 1\nkind:'],
  ['a field that stands elsewhere', judgeListing, /^contracts/u, 'name: "creditCode"', 'name: "code"'],
  ['a column that is not there', judgeListing, /^database/u, /"credit_code"/gu, '"code"'],
  ['a listing without a trace', judgeListing, /^bundle/u, '"trace"', '"traces"'],
]

test.each(faults)('%s is found', (_, judge, path, from, to) => {
  expect(() => judge(fine)).not.toThrow()
  expect(() => judge(changed(fine, path, from, to))).toThrow()
})

test('Redocly finds a path that is not one, and PostgreSQL a type that is none', async () => {
  expect(await redoclyProblems(changed(fine, /^openapi/u, '"/zjdata/v1/rs-01"', '"/zjdata/{id}"'))).not.toStrictEqual([])
  await expect(executed(changed(fine, /^database/u, 'numeric(', 'number(').text('database/schema.sql'))).rejects.toThrow('number')
})
