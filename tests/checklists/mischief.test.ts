import { describe, expect, test } from 'vitest'
import { openSheet } from './handed-out.ts'
import { ITEMS, FIRST, SECOND, after, items, changed } from './worked.ts'

describe('[C6.2] what the sheet changes', () => {
  test('a cell, an emptied cell, a choice by its label, a reference by name alone', async () => {
    const back = await items(sheet => {
      sheet.set(FIRST, '业务事项名称', '农村集体资产清查登记')
      sheet.set(SECOND, '依据说明', null)
      sheet.set('村股份经济合作社证明书核发', '牵头部门', '示例县财政局')
    })
    expect(back.field('item-01', 'name')).toBe('农村集体资产清查登记')
    expect(back.field('item-02', 'basisText')).toBeUndefined()
    expect(back.field('item-03', 'lead')).toBe('org-czj')
    expect(back.delta.size).toBe(3)
    expect(back.compared.changes.length).toBe(3)
    expect(back.compared.changes[0]).toMatchObject({ sort: 'changed', sheet: ITEMS, row: 4, column: '业务事项名称', before: FIRST })
  })

  test('a row inserted between stands between', async () => {
    const back = await items(sheet =>
      sheet.add({ 业务事项名称: '新的事项', 所属上级: sheet.get(FIRST, '所属上级') }, sheet.rowOf(FIRST) + 1),
    )
    expect(changed(back)).toEqual(['added 新的事项   → 新的事项'])
    const names = back.after.lookups.ownedBy('unit-01', 'item').map(id => back.after.snapshot.get(id)?.name)
    expect(names.slice(0, 3)).toEqual([FIRST, '新的事项', SECOND])
  })

  test('a whole branch added over several sheets, each named by the other', async () => {
    const back = await after(grids => {
      openSheet(grids, ITEMS).add({ 业务事项名称: '新事项', 所属上级: '新单元', 牵头部门: '新部门', 数据需求: '新数据；资产编号' })
      openSheet(grids, '业务单元清单').add({ 业务单元名称: '新单元', 所属上级: '资产资源管理' })
      openSheet(grids, '数据项清单').add({ 数据项名称: '新数据' })
      openSheet(grids, '参考-部门').add({ 部门名称: '新部门' })
    })
    expect(back.refused).toEqual([])
    const item = [...back.delta.values()].map(([, one]) => one).find(one => one?.name === '新事项')
    expect(back.field(item?.owner ?? '', 'name')).toBe('新单元')
    expect(back.field(String(item?.['lead']), 'name')).toBe('新部门')
    const needs = (item?.['needs'] ?? []) as readonly string[]
    expect(needs.map(id => back.field(id, 'name')).sort()).toEqual(['新数据', '资产编号'])
  })

  test('a row moved below another owner goes to its end', async () => {
    const back = await items(sheet => sheet.set(FIRST, '所属上级', '财务公开与收益分配'))
    expect(back.field('item-01', 'owner')).toBe('unit-04')
    expect(back.after.lookups.ownedBy('unit-04', 'item').at(-1)).toBe('item-01')
  })

  test('rows copied with their id: the one closest to the export keeps it, the others are new', async () => {
    const back = await items(sheet => {
      const line = sheet.grid.rows[sheet.rowOf(FIRST)] ?? []
      const copy = [...line]
      copy[sheet.columnOf('业务事项名称')] = '副本事项'
      sheet.grid.rows.splice(sheet.rowOf(FIRST), 0, copy)
    })
    expect(changed(back)).toEqual(['added 副本事项   → 副本事项'])
    expect(back.warnings).toEqual([
      { code: 'row-copied', values: { file: '清单.xlsx', sheet: ITEMS, row: 4, column: '', name: '副本事项' } },
    ])
    expect([...back.delta.values()][0]?.[1]?.code).toBeUndefined()
    expect(back.field('item-01', 'name')).toBe(FIRST)
  })

  test('of two equal copies the first keeps the id', async () => {
    const back = await items(sheet => sheet.grid.rows.push([...(sheet.grid.rows[sheet.rowOf(FIRST)] ?? [])]))
    expect(changed(back)).toEqual([`added ${FIRST}   → ${FIRST}`])
  })

  test('rows pasted over: the row keeps its element and takes what was pasted', async () => {
    const back = await items(sheet => {
      const target = sheet.grid.rows[sheet.rowOf(SECOND)] ?? []
      const pasted = sheet.grid.rows[sheet.rowOf(FIRST)] ?? []
      target.splice(2, target.length, ...pasted.slice(2))
    })
    expect(back.field('item-02', 'name')).toBe(FIRST)
    expect(back.field('item-02', 'lead')).toBe('org-nync')
    expect(back.field('item-02', 'code')).toBe('CB-NY-01-01-01-02')
    expect([...back.delta.keys()]).toEqual(['item-02'])
  })

  test('a row taken out is reported, and removed only when asked; what it owns is not lost by the way', async () => {
    const remove = (sheet: ReturnType<typeof openSheet>): void => sheet.remove(FIRST)
    const reported = await items(remove)
    expect(reported.compared.changes).toMatchObject([{ sort: 'gone', element: 'item-01', sheet: ITEMS, name: FIRST }])
    expect(reported.delta.size).toBe(0)
    const removed = await items(remove, { removals: true })
    expect(removed.after.snapshot.get('item-01')).toBeUndefined()
    const owner = await after(grids => openSheet(grids, '业务单元清单').remove('产权登记与成员股权'), { removals: true })
    expect(owner.compared.conflicts).toMatchObject([{ code: 'owns-others', element: 'unit-01' }])
    expect(owner.delta.size).toBe(0)
  })

  test('a row of which only the hidden id is left counts as taken out', async () => {
    const back = await items(sheet => {
      const line = sheet.grid.rows[sheet.rowOf(FIRST)] ?? []
      line.fill(null, 1)
    })
    expect(back.compared.changes).toMatchObject([{ sort: 'gone', element: 'item-01' }])
  })
})
