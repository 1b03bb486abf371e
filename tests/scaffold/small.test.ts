import { expect, test } from 'vitest'
import { build } from '../support/build.ts'
import { bundled } from './bundles.ts'
import { judgeListing, judgeOpenApi, judgeSchemas, type OpenApi } from './judges.ts'

const lossesOf = ({ made }: Awaited<ReturnType<typeof bundled>>, code: string): string[] =>
  made.losses.filter(loss => loss.code === code).map(({ element }) => element)

test('data that a service is asked with stands in its interface wherever it lies; about persons, never in an address', async () => {
  const { snapshot } = build(d => {
    const provider = d.organisation('公安局')
    const asked = d.dataItem('证件号码', { english: 'idNo', dataType: 'char', length: 18, personalInfo: 'sensitive' })
    const village = d.dataItem('村代码', { english: 'villageCode', dataType: 'char', length: 12 })
    const answer = d.dataItem('核验结果', { english: 'matches', dataType: 'boolean' })
    const resource = d.resource('人口信息', { provider, items: [answer] })
    d.service('核验', { resource, provider, endpoint: '/check', request: [asked], response: [answer] })
    d.service('按村查询', { resource, provider, endpoint: '/by-village', request: [village], response: [answer] })
    d.requirement('核验结果', { dataItem: answer })
  })
  const bundle = await bundled(snapshot)
  const { paths } = bundle.json('openapi.json') as OpenApi
  expect(Object.keys(paths['/check'] ?? {})).toStrictEqual(['post'])
  expect(paths['/by-village']).toMatchObject({ get: { parameters: [{ name: 'villageCode', in: 'query' }, {}, {}] } })
  expect(bundle.listing.fields.map(({ name, column }) => [name, column])).toStrictEqual([
    ['matches', 'matches'],
    ['villageCode', null],
    ['idNo', null],
  ])
  expect(bundle.made.head.personalInformation).toBe(true)
  judgeListing(bundle)
  judgeOpenApi(bundle)
})

test('a stated path belongs to the first who states it, and no proposal takes one', async () => {
  const { snapshot, id } = build(d => {
    const provider = d.organisation('局')
    const resource = d.resource('台账', { provider, mounted: 'ledger', items: [d.dataItem('编号', { english: 'no' })] })
    d.service('甲', { code: 'A', resource, provider, endpoint: '/same' })
    d.service('乙', { code: 'B', resource, provider, endpoint: '/same' })
    d.service('丙', { code: 'C', resource, provider, endpoint: '/services/b' })
    d.service('丁', { code: 'D', resource, provider, endpoint: 'https://host/{id}?key=1' })
    d.service('戊', { code: 'E', provider })
  })
  const bundle = await bundled(snapshot)
  expect(Object.keys((bundle.json('openapi.json') as OpenApi).paths)).toStrictEqual([
    '/same',
    '/services/b-2',
    '/services/b',
    '/services/d',
  ])
  expect(lossesOf(bundle, 'path-proposed')).toStrictEqual([id('乙'), id('丁')])
  expect(lossesOf(bundle, 'no-interface')).toStrictEqual([id('戊')])
})

test('[E5] names that are two in SQL and one in JSON are told apart in both', async () => {
  const { snapshot } = build(d => {
    const items = ['k2', 'k_2', 'K2', 'k-2', 'K 2'].map(english => d.dataItem(`数据${english}`, { english }))
    d.resource('台账', { provider: d.organisation('局'), items })
  })
  const { fields } = (await bundled(snapshot)).listing
  expect(new Set(fields.map(({ name }) => name.toLowerCase())).size).toBe(5)
  expect(new Set(fields.map(({ column }) => column)).size).toBe(5)
})

test('[C3] a requirement whose entries lie in another network is not in the bundle', async () => {
  const { snapshot, id } = build(d => {
    const organisation = d.organisation('局')
    const resources = (['governmentExtranet', 'internet'] as const).map((network, at) => {
      const system = d.system(`系统${at}`, { network, ownerOrganisation: organisation })
      return d.resource(`资源${at}`, { provider: organisation, system })
    })
    const dataItem = d.dataItem('两处都有', { resource: resources[0] ?? '' })
    const requirement = d.requirement('两处都有', { dataItem })
    d.sharing('条目', { requirement, resource: resources[1] ?? '', consumerOrganisation: organisation })
    d.requirement('谁有还不知道', { dataItem: d.dataItem('还没有来源') })
  })
  const named = async (zone: string) => {
    const bundle = await bundled(snapshot, { zone })
    expect(lossesOf(bundle, 'resource-unknown')).toContain(id('谁有还不知道'))
    return bundle.text('清单/数据共享清单.csv').includes('两处都有')
  }
  expect([await named('governmentExtranet'), await named('internet')]).toStrictEqual([false, true])
})

test('codes become a table where the model lists them for a text; else they are said, and the gap is a loss', async () => {
  const { snapshot, id } = build(d => {
    const list = d.codeList('本地层级', { extends: 'orgLevel', values: [{ code: '9', label: '功能区', note: '没有国标代码' }] })
    d.resource('台账', {
      provider: d.organisation('局'),
      items: [
        d.dataItem('层级', { english: 'level', dataType: 'char', length: 1, valueList: list }),
        d.dataItem('状态', { english: 'state', dataType: 'char', length: 1, valueDomain: '0未办；1已办' }),
        d.dataItem('件数', { english: 'count', dataType: 'integer', valueDomain: '1一件 2两件' }),
        d.dataItem('登记状态', { english: 'status', dataType: 'char', valueDomain: '登记状态码表' }),
        d.dataItem('比例', { english: 'ratio', dataType: 'numeric', length: 5, precision: 2, valueDomain: '0–100' }),
      ],
    })
  })
  const bundle = await bundled(snapshot)
  const sql = bundle.text('database/schema.sql')
  expect([...sql.matchAll(/CREATE TABLE "(\w+)"/gu)].map(([, name]) => name)).toStrictEqual([
    'code_ben_di_ceng_ji',
    'code_state',
    'tai_zhang',
  ])
  expect(sql).toContain("('9', '功能区', 7, '没有国标代码')")
  expect(sql).toContain('"level" varchar(1) REFERENCES "code_ben_di_ceng_ji" ("code")')
  expect(sql).toContain('"ratio" numeric(5, 2)')
  expect(lossesOf(bundle, 'codes-untyped')).toStrictEqual([id('件数')])
  expect(lossesOf(bundle, 'codes-unknown')).toStrictEqual([id('登记状态')])
  judgeSchemas(bundle)
})
