import { expect, test } from 'vitest'
import type { Scaffold } from '#exports/scaffold/scaffold.ts'
import { Bundle, bundled, sanzi } from './bundles.ts'
import { executed } from './database.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas, redoclyProblems } from './judges.ts'

/** The bundle with one text in some of its files changed. */
function changed({ made }: Bundle, fits: RegExp, { from, to }: Pick<Fault, 'from' | 'to'>): Bundle {
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

interface Fault {
  readonly judge: (bundle: Bundle) => unknown
  readonly path: RegExp
  readonly from: string | RegExp
  readonly to: string
}

const faults: { readonly [fault: string]: Fault } = {
  'a type that is none': { judge: judgeSchemas, path: /^schemas/u, from: '"type": "string"', to: '"type": "text"' },
  'a sample without its mark': { judge: judgeSchemas, path: /^samples/u, from: '"illustrative": true', to: '"illustrative": false' },
  'a sample of the wrong type': { judge: judgeSchemas, path: /^samples/u, from: '"identityCheck": true', to: '"identityCheck": "是"' },
  'a sample that is no code of its table': { judge: judgeSchemas, path: /^samples/u, from: '"assetClass": "1"', to: '"assetClass": "7"' },
  'a date that is none': { judge: judgeSchemas, path: /^samples/u, from: '"20250101"', to: '"20251301"' },
  'a parameter without a place': { judge: judgeOpenApi, path: /^openapi/u, from: '"in": "query",', to: '' },
  'a reference that leads nowhere': {
    judge: judgeOpenApi,
    path: /^openapi/u,
    from: '#/components/responses/BadRequest',
    to: '#/components/responses/None',
  },
  'an operation called like another': {
    judge: judgeOpenApi,
    path: /^openapi/u,
    from: /"operationId": "\w+"/gu,
    to: '"operationId": "same"',
  },
  'an example that does not fit': { judge: judgeOpenApi, path: /^openapi/u, from: '"pageSize": 20', to: '"pageSize": "20"' },
  'a contract without its kind': { judge: judgeContracts, path: /^contracts/u, from: 'kind: "DataContract"\n', to: '' },
  'a contract with a field of its own': { judge: judgeContracts, path: /^contracts/u, from: 'kind:', to: 'ours: 1\nkind:' },
  'a field that stands elsewhere': { judge: judgeListing, path: /^contracts/u, from: 'name: "creditCode"', to: 'name: "code"' },
  'a column that is not there': { judge: judgeListing, path: /^database/u, from: /"credit_code"/gu, to: '"code"' },
  'a listing without a trace': { judge: judgeListing, path: /^bundle/u, from: '"trace"', to: '"traces"' },
}

test.each(Object.entries(faults))('%s is found', (_, { judge, path, from, to }) => {
  expect(() => judge(fine)).not.toThrow()
  expect(() => judge(changed(fine, path, { from, to }))).toThrow()
})

test('Redocly finds a path that is not one, and PostgreSQL a type that is none', async () => {
  expect(await redoclyProblems(changed(fine, /^openapi/u, { from: '"/zjdata/v1/rs-01"', to: '"/zjdata/{id}"' }))).not.toStrictEqual([])
  await expect(executed(changed(fine, /^database/u, { from: 'numeric(', to: 'number(' }).text('database/schema.sql'))).rejects.toThrow(
    'number',
  )
})
