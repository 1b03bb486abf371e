import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '#model/base/hash.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { attempted, Bundle, bundled, sanzi } from './bundles.ts'
import { executed, heldBy } from './database.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas, redoclyProblems } from './judges.ts'

/** PostgreSQL reads a date written as digits, and a time only with a `T` between the two. */
const asTime = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/^(\d{8})(\d{6})$/u, '$1T$2') : value)

const zones = ['classifiedIntranet', 'dedicatedNetwork', 'governmentExtranet', 'internet'] as const

describe.each(zones)('the bundle of the worked model for %s', zone => {
  let bundle: Bundle
  beforeAll(async () => {
    bundle = await bundled(sanzi, { zone })
  })

  test('schemas fit the official meta-schema, and samples their schema', () => {
    expect(judgeSchemas(bundle).records).toBe(2 * bundle.below('schemas').length)
  })

  test('the interfaces fit the official schema of OpenAPI 3.1, and Redocly has nothing to say', async () => {
    expect(judgeOpenApi(bundle).length).toBe(bundle.below('schemas').length)
    expect(await redoclyProblems(bundle)).toStrictEqual([])
  })

  test('contracts fit the official schema of ODCS 3.1.0', () => {
    expect(judgeContracts(bundle)).toBe(bundle.below('schemas').length)
  })

  test('bundle.json fits its schema, and every field stands where it says', () => judgeListing(bundle))

  test('PostgreSQL runs the tables, and they hold the samples', { timeout: 120_000 }, async () => {
    const database = await executed(bundle.text('database/schema.sql'))
    const { columns } = await heldBy(database)
    const { fields } = bundle.listing
    expect(fields.filter(({ places }) => !columns.has(places.find(({ file }) => file.endsWith('.sql'))?.at ?? ''))).toStrictEqual([])
    for (const path of bundle.below('samples')) {
      const { resource, records } = bundle.json(path) as { resource: string; records: readonly { readonly [name: string]: unknown }[] }
      const id = sanzi.find(({ name, kind }) => name === resource && kind === 'resource')?.id
      const columnOf = new Map(fields.filter(field => field.resource === id).map(({ name, column }) => [name, column]))
      const rows = records.map(record =>
        Object.fromEntries(Object.entries(record).map(([name, value]) => [columnOf.get(name), asTime(value)])),
      )
      const table = path.replace(/^samples\/(.*)\.json$/u, '$1')
      await database.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [JSON.stringify(rows)])
    }
    await database.close()
  })
})

describe('[C3] what is never mixed', () => {
  test('resources of several networks are refused, with the list', async () => {
    const made = await attempted(snapshotOf(sanzi))
    expect(made.ok).toBe(false)
    if (made.ok || made.error.code !== 'zones-mixed') throw new Error('not refused')
    expect(made.error.zones.map(({ zone, resources }) => [zone, resources.length])).toStrictEqual([
      ['classifiedIntranet', 1],
      ['dedicatedNetwork', 2],
      ['governmentExtranet', 15],
      ['internet', 1],
    ])
  })

  test('no bundle names a resource, datum or service of another network', async () => {
    const all = await Promise.all(zones.map(zone => bundled(sanzi, { zone })))
    const held = all.map(bundle => new Set(bundle.listing.fields.map(({ element }) => element)))
    expect(held.reduce((sum, one) => sum + one.size, 0)).toBe(41)
    expect(new Set(held.flatMap(one => [...one])).size).toBe(41)
    for (const [at, bundle] of all.entries()) {
      const others = held.flatMap((one, index) => (index === at ? [] : [...one]))
      const foreign = new Set(others.flatMap(id => sanzi.filter(element => element.id === id).map(({ name }) => `"${name}"`)))
      for (const path of bundle.paths.filter(one => one.endsWith('.json') || one.endsWith('.yaml')))
        expect(
          [...foreign].filter(name => bundle.text(path).includes(name)),
          path,
        ).toStrictEqual([])
    }
  })

  test('a document that holds a state secret gives nothing, whatever is chosen', async () => {
    const secret = sanzi.map(element => (element.id === 'dr-01' ? { ...element, secret: 'secret' } : element))
    const made = await attempted(snapshotOf(secret), { zone: 'internet' })
    expect(made).toMatchObject({ ok: false, error: { code: 'classified', elements: [{ id: 'dr-01' }] } })
  })

  test('a network without resources is refused', async () => {
    expect(await attempted(snapshotOf(sanzi), { zone: 'standalone' })).toMatchObject({ ok: false, error: { code: 'zone-empty' } })
  })

  test('[G2] the bundle carries the highest level of what it holds', async () => {
    const levels = await Promise.all(zones.map(async zone => (await bundled(sanzi, { zone })).made.head.securityLevel))
    expect(levels).toStrictEqual(['L2', 'L4', 'L3', 'L1'])
  })
})

describe('the same model, the same bytes', () => {
  const hashes = (bundle: Bundle): string[] => bundle.made.files.map(({ path, bytes }) => `${path} ${sha256(bytes)}`)

  test('whatever the order in which elements are read', async () => {
    const zone = 'governmentExtranet'
    expect(hashes(await bundled([...sanzi].reverse(), { zone }))).toStrictEqual(hashes(await bundled(sanzi, { zone })))
  })
})

describe('what is asked for', () => {
  const scopeOf = (id: string) => sanzi.find(element => element.id === id) as (typeof sanzi)[number]
  const zone = 'governmentExtranet'

  test('a module gives what its items, steps and indicators use, and no more', async () => {
    const [one, two, three, whole] = await Promise.all([
      bundled(sanzi, { zone, scope: scopeOf('mod-01') }),
      bundled(sanzi, { zone, scope: scopeOf('mod-02') }),
      bundled(sanzi, { zone, scope: scopeOf('mod-03') }),
      bundled(sanzi, { zone }),
    ])
    const sizes = [one, two, three, whole].map(({ listing }) => listing.fields.length)
    for (const size of sizes.slice(0, 3)) expect(size).toBeLessThan(sizes[3] ?? 0)
    const inScope = new Set([one, two, three].flatMap(({ listing }) => listing.fields.map(({ element }) => element)))
    // Only indicators that measure no item use the 40th, so it belongs to no module.
    expect(whole.listing.fields.map(({ element }) => element).filter(id => !inScope.has(id))).toStrictEqual(['dr-40'])
  })

  test('the target system of all modules gives what the document gives', async () => {
    const [system, whole] = [await bundled(sanzi, { zone, scope: scopeOf('sys-new') }), await bundled(sanzi, { zone })]
    expect(system.listing.fields.map(({ element }) => element)).toStrictEqual(whole.listing.fields.map(({ element }) => element))
  })

  test('an existing system gives the resources that lie in it', async () => {
    const { listing } = await bundled(sanzi, { scope: scopeOf('sys-rk') })
    expect(listing.fields.map(({ element }) => element)).toStrictEqual(['dr-22'])
  })
})

test('every field of the worked model is traced to a requirement, items or indicators, and a basis, or the bundle says that it is not', async () => {
  for (const zone of zones) {
    const { listing, made } = await bundled(sanzi, { zone })
    const without = made.losses.filter(({ code }) => code === 'basis-unknown').map(({ element }) => element)
    expect(without).toStrictEqual(zone === 'governmentExtranet' ? ['dr-40'] : [])
    for (const { element, trace } of listing.fields) {
      expect(trace.requirements, element).toHaveLength(1)
      expect(trace.items.length + trace.indicators.length, element).toBeGreaterThan(0)
      expect(trace.bases.length > 0, element).toBe(!without.includes(element))
    }
  }
})
