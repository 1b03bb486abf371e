import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identifier, literal } from '#exports/ddl/sql-text.ts'
import { utf8Length } from '#model/base/graphemes.ts'
import { readTable } from '#imports/reading/read-table.ts'
import type { PGlite } from '@electric-sql/pglite'
import { build } from '../support/build.ts'
import { type Bundle, bundled } from './bundles.ts'
import { executed, heldBy } from './database.ts'
import { hostileNames } from './hostile-names.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas, redoclyProblems } from './judges.ts'

/** Names that go through the database. Source: reliability E5. */
const NAMES = 1500

const PER_RESOURCE = 25

const types = ['char', 'numeric', 'date', 'datetime', 'boolean', 'integer', 'memo', 'general', 'double', 'currency'] as const

const names = hostileNames(NAMES)

/** Every name as the name and as the English name of a data item; some also name resources, services, code lists, codes and labels. */
const { snapshot } = build(d => {
  d.document(names[0] ?? '', { illustrative: true })
  const system = d.system(names[1] ?? '', { network: 'governmentExtranet', ownerOrganisation: d.organisation(names[2] ?? '') })
  const lists = [0, 1, 2].map(at =>
    d.codeList(names[at + 3] ?? '', { values: names.slice(at * 500, at * 500 + 500).map(name => ({ code: name, label: name })) }),
  )
  for (let start = 0; start < NAMES; start += PER_RESOURCE) {
    const items = names.slice(start, start + PER_RESOURCE).map((name, at) => {
      const coded = at % 10 === 0 ? { valueList: lists[(start / PER_RESOURCE) % 3] ?? '' } : {}
      return d.dataItem(name, { english: name, definition: name, dataType: types[at % 10] ?? 'char', personalInfo: 'general', ...coded })
    })
    const name = names[start] ?? ''
    const provider = d.organisation(name)
    const resource = d.resource(name, { mounted: name, provider, system, items })
    d.service(name, { resource, provider, endpoint: `/${name}`, request: items.slice(0, 3), response: items })
    for (const dataItem of items.slice(0, 2)) d.requirement(name, { dataItem, timeliness: 'minute', basisText: name })
  }
})

let bundle: Bundle

beforeAll(async () => {
  bundle = await bundled(snapshot)
})

describe(`[E5, E6] ${NAMES} hostile names`, () => {
  test('schemas, samples, interfaces, contracts and the listing are still what others define', async () => {
    expect(judgeSchemas(bundle)).toStrictEqual({ schemas: NAMES / PER_RESOURCE, records: (2 * NAMES) / PER_RESOURCE })
    expect(judgeOpenApi(bundle)).toHaveLength(NAMES / PER_RESOURCE)
    expect(judgeContracts(bundle)).toBe(NAMES / PER_RESOURCE)
    expect(await redoclyProblems(bundle)).toStrictEqual([])
    judgeListing(bundle)
  })

  test('[E8] every path is legal on every system, and none is another in another case', () => {
    expect(new Set(bundle.paths.map(path => path.toLowerCase())).size).toBe(bundle.paths.length)
    for (const path of bundle.paths)
      for (const part of path.split('/')) {
        expect(part).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*(?:\.[a-z]+)*$/u)
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./iu)
        expect(utf8Length(part)).toBeLessThanOrEqual(200)
      }
  })

  test('[E1] our own reader gives back the names of the CSV and of the workbook as they are', () => {
    const asked = Array.from(snapshot.values()).flatMap(({ kind, name }) => (kind === 'requirement' ? [name] : []))
    for (const file of ['数据共享清单.csv', '数据共享清单.xlsx']) {
      const table = readTable(file, bundle.bytes(`清单/${file}`))
      if (!table.ok) throw new Error(table.error.code)
      const read = table.value.sheets[0]?.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)) ?? []
      expect([...new Set(asked)].filter(name => !read.includes(name) && !read.includes(name.trim()))).toStrictEqual([])
    }
  })

  test('what was changed is said', () => {
    const changed = new Set(bundle.made.losses.filter(({ code }) => code === 'name-changed').map(({ element }) => element))
    for (const { element, name } of bundle.listing.fields) {
      const declared = snapshot.get(element)?.['english']
      expect(changed.has(element), String(declared)).toBe(name !== declared)
    }
  })
})

describe('[E5] PostgreSQL', () => {
  let database: PGlite

  beforeAll(async () => {
    database = await executed('CREATE TABLE victim (kept integer); INSERT INTO victim VALUES (1)')
    await database.exec(bundle.text('database/schema.sql'))
  })

  afterAll(() => database.close())

  test(`runs the tables of ${NAMES} names, and every comment says the whole name`, async () => {
    const { tables, columns } = await heldBy(database)
    const { fields } = bundle.listing
    expect(fields).toHaveLength(NAMES)
    const wrong = fields.filter(({ element, places }) => {
      const comment = columns.get(places.find(({ file }) => file.endsWith('.sql'))?.at ?? '')
      return comment?.startsWith(`${snapshot.get(element)?.name ?? ''}\n`) !== true
    })
    expect(wrong).toStrictEqual([])
    // A table per resource and per code list that a text uses, and the one that was there before.
    expect(tables.size).toBe(NAMES / PER_RESOURCE + 3 + 1)
    expect(await database.query('SELECT kept FROM victim')).toMatchObject({ rows: [{ kept: 1 }] })
  })

  test('keeps every code and label as it stands', async () => {
    const { tables } = await heldBy(database)
    const found: string[] = []
    for (const table of [...tables.keys()].filter(name => name.startsWith('code_'))) {
      const { rows } = await database.query<{ code: string; label: string }>(
        `SELECT '|' || code AS code, '|' || label AS label FROM "${table}"`,
      )
      for (const { code, label } of rows) found.push(code === label ? code.slice(1) : '')
    }
    expect(found.sort()).toStrictEqual([...names].sort())
  })

  test('reads back what is quoted, as a name and as a text', async () => {
    for (const name of names.map(one => `|${one}`).filter(one => utf8Length(one) <= 63)) {
      const { rows, fields } = await database.query(`SELECT ${literal(name)} AS ${identifier(name)}`)
      expect([fields[0]?.name, Object.values(rows[0] as object)[0]]).toStrictEqual([name, name])
    }
  })
})
