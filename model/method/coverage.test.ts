import { describe, expect, test } from 'vitest'
import { build } from '#tests/support/build.ts'
import { lookUp } from '../derive/index.ts'
import { coverage, type CoverageOptions } from './coverage.ts'
import { buildFacts, viewOf } from './define-fact.ts'
import { facts } from './facts.ts'

const built = build(d => {
  const office = d.organisation('农业农村局')
  const other = d.organisation('财政局')
  const law = d.basis('条例')
  const business = d.coreBusiness('三资管理', { lead: office })
  const part = d.module('资产管理', { owner: business })
  const unit = d.unit('清查', { owner: part })
  const datum = d.dataItem('资产编号')
  const full = d.item('年度清查', { code: 'A1', owner: unit, lead: office, assists: [other], needs: [datum], bases: [law] })
  const bare = d.item('现场核验', { code: 'A2', owner: unit, lead: office, basisText: '条例第九条' })
  const flow = d.flow('清查流程')
  d.step('登记', { owner: flow, type: 'user', organisation: office, item: full })
  d.indicator('清查率', { items: [full] })
  d.collaboration('送数据', { from: office, to: other, item: full, type: 'dataSharing' })
  d.waiver('暂无流程', { rule: 'CHK-L5-NOFLOW', object: bare, reason: '新增', expires: '2026-06-30' })
  d.waiver('不考核', { rule: 'coverage/indicator', object: bare, reason: '新增' })
  d.waiver('别的规则', { rule: 'CHK-L4-DUP', object: bare, reason: '新增' })
})

const state = lookUp.start(built.snapshot)
const view = viewOf(state, buildFacts(facts, state).values)
const name = (id: string | undefined): string => built.snapshot.get(id ?? '')?.name ?? String(id)
const holes = (options: CoverageOptions): string[] =>
  coverage(view, options).holes.map(({ row, column, justified }) =>
    [name(row), name(column), ...(justified ? [name(justified)] : [])].join(' '),
  )

describe('items against what they should have', () => {
  test('the columns are the five aspects, called like the kinds that fill them', () => {
    expect(coverage(view, { today: '2026-01-01' }).columns.map(column => `${column.id} ${column.kind} ${column.name}`)).toStrictEqual([
      'flow flow 业务流程',
      'indicator indicator 指标',
      'data dataItem 数据项',
      'collaboration collaboration 协同关系',
      'basis basis 依据',
    ])
  })

  test('a cell names what fills it; a basis in words fills without naming anything', () => {
    const cells = coverage(view, { today: '2026-01-01' }).cells
    expect(cells.map(cell => [name(cell.row), cell.column, ...cell.elements.map(name)].join(' '))).toStrictEqual([
      '年度清查 flow 清查流程',
      '年度清查 indicator 清查率',
      '年度清查 data 资产编号',
      '年度清查 collaboration 送数据',
      '年度清查 basis 条例',
      '现场核验 basis',
    ])
  })

  test('[C3.5] a waiver justifies its hole until it expires; who works alone lacks no collaboration', () => {
    expect(holes({ today: '2026-06-29' })).toStrictEqual(['现场核验 flow 暂无流程', '现场核验 indicator 不考核', '现场核验 data'])
    expect(holes({ today: '2026-06-30' })).toStrictEqual(['现场核验 flow', '现场核验 indicator 不考核', '现场核验 data'])
  })

  test('a level above has what its items have', () => {
    expect(holes({ rows: 'coreBusiness', today: '2026-01-01' })).toStrictEqual([])
  })
})

describe('any kind against any kind', () => {
  test('cells say through which fields; rows and columns that meet nothing are holes', () => {
    const { cells } = coverage(view, { columns: 'organisation', today: '2026-01-01' })
    expect(cells.map(cell => `${name(cell.row)} ${name(cell.column)} ${cell.fields}`)).toStrictEqual([
      '年度清查 农业农村局 lead',
      '年度清查 财政局 assists',
      '现场核验 农业农村局 lead',
    ])
    expect(holes({ rows: 'step', columns: 'organisation', today: '2026-01-01' })).toStrictEqual(['undefined 财政局'])
    expect(holes({ columns: 'dataItem', today: '2026-01-01' })).toStrictEqual(['现场核验 undefined'])
  })

  test('containment counts from both sides', () => {
    const down = coverage(view, { rows: 'unit', columns: 'item', today: '2026-01-01' }).cells.map(cell => `${cell.row} ${cell.column}`)
    const up = coverage(view, { rows: 'item', columns: 'unit', today: '2026-01-01' }).cells.map(cell => `${cell.column} ${cell.row}`)
    expect(down).toHaveLength(2)
    expect(up).toStrictEqual(down)
  })

  test('without rows every column is a hole', () => {
    expect(holes({ rows: 'scene', columns: 'basis', today: '2026-01-01' })).toStrictEqual(['undefined 条例'])
  })
})
