import { describe, expect, test } from 'vitest'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Element } from '#model/schema/element.ts'
import { fileOf, type Grid, gridsOf, handOut, openSheet, stateOf, takeBack } from './handed-out.ts'
import { ITEMS, FIRST, SECOND, elements, state, bytes, after, items, codes, changed, expectNothing } from './worked.ts'

describe('[C6.2] sheet and document both changed', () => {
  const edited = (change: (one: Element) => Element): DocumentState => stateOf(elements.map(change))
  const renamed = (): DocumentState =>
    edited(one => (one.id === 'item-01' ? { ...one, name: '清产核资', assists: ['org-cun', 'org-czj', 'org-zhen'] } : one))

  test('only the document changed: it stays, and is not reported', async () =>
    expectNothing(await after(() => undefined, { state: renamed() })))

  test('both: a conflict, the document stays unless the sheet is taken', async () => {
    const rename = (sheet: ReturnType<typeof openSheet>): void => sheet.set(FIRST, '业务事项名称', '年度清查')
    const back = await items(rename, { state: renamed() })
    expect(back.compared.conflicts).toMatchObject([
      { code: 'both-changed', row: 4, column: '业务事项名称', exported: FIRST, inSheet: '年度清查', inDocument: '清产核资' },
    ])
    expect(back.field('item-01', 'name')).toBe('清产核资')
    const taken = await items(rename, { state: renamed(), takeSheet: true })
    expect(taken.field('item-01', 'name')).toBe('年度清查')
    expect(taken.compared.conflicts).toEqual([])
  })

  test('both came to the same: no conflict', async () =>
    expectNothing(await items(sheet => sheet.set(FIRST, '业务事项名称', '清产核资'), { state: renamed() })))

  test('sets are merged member by member', async () => {
    const back = await items(sheet => sheet.set(FIRST, '协同部门', '示例县审计局；示例县自然资源和规划局'), { state: renamed() })
    expect(back.compared.conflicts).toEqual([])
    // Went out: village, town, land office. Document: land office out, finance in. Sheet: village and town out, audit in.
    expect(back.field('item-01', 'assists')).toEqual(['org-czj', 'org-sjj'])
  })

  test('a reference whose target was renamed since is no change of the document', async () => {
    const now = edited(one => (one.id === 'org-nync' ? { ...one, name: '示例县农业农村和水利局' } : one))
    expectNothing(await after(() => undefined, { state: now }))
    const back = await items(sheet => sheet.set(FIRST, '牵头部门', '示例县财政局'), { state: now })
    expect(back.compared.conflicts).toEqual([])
    expect(back.field('item-01', 'lead')).toBe('org-czj')
  })

  test('the document removed what the sheet changed: a conflict; what it did not change stays removed', async () => {
    const without = stateOf(
      elements.filter(one => one.id !== 'basis-law').map(({ bases: _bases, basis: _basis, ...one }) => one as Element),
    )
    expectNothing(await after(() => undefined, { state: without }))
    const back = await after(grids => openSheet(grids, '参考-依据').set('浙江省农村集体资产管理条例', '备注', '新修订'), { state: without })
    expect(back.compared.conflicts).toMatchObject([{ code: 'removed-in-document', element: 'basis-law', inSheet: '新修订' }])
    expect(back.delta.size).toBe(0)
  })

  test('the sheet took out what the document changed: it stays', async () => {
    const back = await items(sheet => sheet.remove(FIRST), { state: renamed(), removals: true })
    expect(back.compared.conflicts).toMatchObject([{ code: 'changed-in-document', element: 'item-01' }])
    expect(back.after.snapshot.get('item-01')).toBeDefined()
  })

  test('a text that no cell can hold whole is no change of the document, and a change of its cell would lose the rest', async () => {
    const long = '👨‍👩‍👧‍👦'.repeat(4_000)
    const now = stateOf(elements.map(one => (one.id === 'item-01' ? { ...one, note: long } : one)))
    const grids = gridsOf(await handOut(now))
    openSheet(grids, ITEMS).set(FIRST, '备注', '改短')
    const changedCell = takeBack([await fileOf(grids)], now)
    expect(changedCell.compared.conflicts).toMatchObject([{ code: 'both-changed', element: 'item-01' }])
    openSheet(grids, ITEMS).remove(FIRST)
    const gone = takeBack([await fileOf(grids)], now)
    expect(gone.compared.changes).toMatchObject([{ sort: 'gone', element: 'item-01' }])
    expect(gone.compared.conflicts).toEqual([])
  })

  test('two files disagree: the first is taken and the other is told', async () => {
    const one = gridsOf(bytes)
    const other = gridsOf(bytes)
    openSheet(one, ITEMS).set(FIRST, '备注', '甲')
    openSheet(other, ITEMS).set(FIRST, '备注', '乙')
    openSheet(other, ITEMS).set(SECOND, '备注', '丙')
    const back = takeBack([await fileOf(one, 'a.xlsx'), await fileOf(other, 'b.xlsx')], state)
    expect(back.field('item-01', 'note')).toBe('甲')
    expect(back.field('item-02', 'note')).toBe('丙')
    expect(back.compared.conflicts).toMatchObject([{ code: 'files-disagree', file: 'b.xlsx', inSheet: '乙', inDocument: '甲' }])
  })
})

describe('[C6.3] a workbook that has forgotten where it comes from', () => {
  const forget = (grids: Grid[]): void => void grids.splice(0, grids.length, ...grids.filter(one => !one.name.startsWith('_')))

  test('the sheet copied into another workbook: new rows are taken, differences are conflicts', async () => {
    const edit = (grids: Grid[]): void => {
      forget(grids)
      const sheet = openSheet(grids, ITEMS)
      sheet.set(FIRST, '备注', '改过')
      sheet.add({ 业务事项名称: '新的事项', 所属上级: sheet.get(FIRST, '所属上级') })
      sheet.grid.name = 'Sheet1'
      grids.splice(0, grids.length, sheet.grid)
    }
    const back = await after(edit)
    expect(codes(back)).toEqual(['origin-missing'])
    expect(changed(back)).toEqual(['added 新的事项   → 新的事项'])
    expect(back.compared.conflicts).toMatchObject([{ code: 'differs', element: 'item-01', inSheet: '改过', inDocument: '' }])
    expect((await after(edit, { takeSheet: true })).field('item-01', 'note')).toBe('改过')
  })

  test('remembered texts that were touched are not believed', async () => {
    const back = await after(grids => {
      const values = grids.find(one => one.name === '_原值')
      const line = values?.rows.find(one => one[1] === 'item-01')
      if (line) line[4] = '动过'
      openSheet(grids, ITEMS).set(FIRST, '备注', '改过')
    })
    expect(back.warnings).toEqual([{ code: 'origin-touched', values: { file: '清单.xlsx', count: 1 } }])
    expect(back.compared.conflicts).toMatchObject([{ code: 'differs', element: 'item-01' }])
    expect(back.delta.size).toBe(0)
  })

  test('from another document: rows that are not here are new and keep their ids, none is gone', async () => {
    const other = stateOf([{ id: 'other-doc', kind: 'document', name: '另一份' }])
    const back = await after(() => undefined, { state: other, removals: true, partial: true })
    expect(codes(back)).toContain('origin-of-another')
    expect(back.compared.changes.every(one => one.sort === 'added')).toBe(true)
    expect(back.field('item-01', 'name')).toBe(FIRST)
  })
})

describe('[C6.1] what is refused', () => {
  test.each([
    ['an error value', '备注', { error: '#N/A' }, 'cell-error'],
    ['an unknown choice', '状态', '随便', 'not-in-list'],
    ['an unknown department', '牵头部门', '没有这个局', 'reference-unknown'],
    ['no date', '完成时限', '下个月', 'not-a-date'],
    ['no name', '业务事项名称', null, 'name-missing'],
  ] as const)('%s', async (_what, title, value, code) => {
    const edit = (sheet: ReturnType<typeof openSheet>): void => {
      sheet.set(SECOND, '备注', '好的')
      sheet.set(FIRST, title, value)
    }
    const back = await items(edit)
    expect(back.refused).toMatchObject([{ sheet: ITEMS, row: 4, code }])
    const partial = await items(edit, { partial: true })
    expect(partial.field('item-02', 'note')).toBe('好的')
    expect(partial.after.snapshot.get('item-01')).toBe(state.snapshot.get('item-01'))
  })

  test('a unit without its module, a department below itself, a row that names a refused one', async () => {
    const back = await after(grids => {
      openSheet(grids, '业务单元清单').add({ 业务单元名称: '孤儿单元' })
      openSheet(grids, ITEMS).add({ 业务事项名称: '孤儿事项', 所属上级: '孤儿单元' })
      openSheet(grids, '参考-部门').set('示例县财政局', '所属上级', '示例县审计局')
      openSheet(grids, '参考-部门').set('示例县审计局', '所属上级', '示例县财政局')
    })
    expect(back.refusals.map(one => one.split(' ').at(-1)).sort()).toEqual([
      'owner-cycle',
      'owner-cycle',
      'owner-missing',
      'reference-unknown',
    ])
    expect(back.delta.size).toBe(0)
  })

  test('state secrets are not taken in', async () => {
    const back = await after(grids => openSheet(grids, '数据项清单').set('资产编号', '涉密属性', '机密'))
    expect(back.refusals.map(one => one.split(' ').at(-1))).toEqual(['classified-refused'])
    expect(back.delta.size).toBe(0)
  })
})
