import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Element } from '#model/schema/element.ts'
import { type CameBack, fileOf, type Grid, gridsOf, handOut, openSheet, stateOf, takeBack, type Wish, workedModel } from './handed-out.ts'

const ITEMS = '业务事项清单'
const FIRST = '农村集体资产年度清查登记'
const SECOND = '成员股权信息记载与变更'

/** The worked model, with a due date and a code that looks like a number. */
const elements: readonly Element[] = workedModel().map(one => {
  if (one.id === 'item-01') return { ...one, due: '2026-03-05' }
  return one.id === 'dr-02' ? { ...one, code: '007' } : one
})

let state: DocumentState
let bytes: Uint8Array

beforeAll(async () => {
  state = stateOf(elements)
  bytes = await handOut(state)
})

/** What comes back after people did something to the sheets. */
async function after(mischief: (grids: Grid[]) => void, wish: Wish & { readonly state?: DocumentState } = {}): Promise<CameBack> {
  const grids = gridsOf(bytes)
  mischief(grids)
  const { state: now = state, ...rest } = wish
  return takeBack([await fileOf(grids)], now, rest)
}

const items = (mischief: (sheet: ReturnType<typeof openSheet>) => void, wish: Wish & { readonly state?: DocumentState } = {}) =>
  after(grids => mischief(openSheet(grids, ITEMS)), wish)

const codes = (back: CameBack): readonly string[] => back.warnings.map(one => one.code)

const changed = (back: CameBack): readonly string[] =>
  back.compared.changes.map(one => `${one.sort} ${one.name} ${one.column.replace('*', '')} ${one.before} → ${one.after}`)

const nothing = (back: CameBack): void => {
  expect(changed(back)).toEqual([])
  expect(back.compared.conflicts).toEqual([])
  expect(back.refused).toEqual([])
  expect(back.delta.size).toBe(0)
}

describe('[C6.2] what changes nothing', () => {
  test('nothing done: every row is unchanged, in the file itself and as another program writes it', async () => {
    for (const back of [takeBack([{ name: '清单.xlsx', bytes }], state), await after(() => undefined)]) {
      nothing(back)
      expect(codes(back)).toEqual([])
      expect(back.compared.unchanged).toBe(back.read['rows'])
    }
  })

  test('rows sorted', async () => nothing(await items(sheet => sheet.body(rows => rows.reverse()))))

  test('the sheet hidden', async () => nothing(await items(sheet => void (sheet.grid.hidden = true))))

  test('columns moved', async () => {
    nothing(
      await items(
        sheet =>
          void (sheet.grid.rows = sheet.grid.rows.map(line =>
            Array.from({ length: sheet.header().length }, (_, at) => line[sheet.header().length - 1 - at] ?? null),
          )),
      ),
    )
  })

  test('a title row and a note added on top', async () => {
    nothing(await items(sheet => void sheet.grid.rows.unshift(['', '示例县改革办'], ['', '2026 年第一批'])))
  })

  test('a note, a total and the header repeated below', async () => {
    const back = await items(sheet => {
      sheet.grid.rows.push(['', '注：以上由各单位填报'], ['', '合计', '12 项'], [...sheet.header()])
    })
    nothing(back)
    expect(back.read['notes']).toBe(3)
  })

  test('a column deleted: what it said stays', async () => {
    const back = await items(sheet => {
      const at = sheet.columnOf('牵头部门')
      for (const line of sheet.grid.rows) line.splice(at, 1)
    })
    nothing(back)
    expect(back.warnings).toEqual([{ code: 'columns-missing', values: { file: '清单.xlsx', sheet: ITEMS, columns: ['牵头部门'] } }])
  })

  test('columns added: they are named and not read', async () => {
    const back = await items(sheet =>
      sheet.grid.rows.forEach((line, row) => line.splice(4, 0, row === sheet.headerAt ? '处室意见' : '同意')),
    )
    nothing(back)
    expect(back.warnings).toEqual([{ code: 'column-unknown', values: { file: '清单.xlsx', sheet: ITEMS, header: '处室意见' } }])
  })

  test('a column renamed: known by what is in it', async () => {
    const back = await items(sheet => {
      sheet.header()[sheet.columnOf('牵头部门')] = '主办单位'
      sheet.header()[sheet.columnOf('业务事项名称')] = '办什么事'
    })
    nothing(back)
    expect(codes(back)).toEqual(['column-renamed', 'column-renamed'])
  })

  test('a renamed column whose cells were changed too is still that column', async () => {
    const back = await items(sheet => {
      sheet.set(SECOND, '牵头部门', '示例县财政局')
      sheet.header()[sheet.columnOf('牵头部门')] = '主办单位'
    })
    expect(back.field('item-02', 'lead')).toBe('org-czj')
    expect(back.delta.size).toBe(1)
  })

  test('the column of ids deleted: rows are known by code and name', async () => {
    const back = await items(sheet => {
      for (const line of sheet.grid.rows) line.splice(0, 1)
    })
    nothing(back)
    expect(codes(back)).toEqual(['ids-missing'])
  })

  test('numbers as text, text as numbers', async () => {
    const back = await after(grids => {
      const sheet = openSheet(grids, '数据项清单')
      sheet.set('集体经济组织统一社会信用代码', '数据长度（字节）', '18.0')
      sheet.set('资产编号', '数据长度（字节）', 32)
      sheet.set('集体经济组织名称', '编码', 7)
    })
    nothing(back)
    expect(back.warnings).toEqual([{ code: 'digits-kept', values: { count: 1 } }])
  })

  test.each([['2026-03-05'], ['2026/3/5'], ['2026年3月5日'], ['20260305'], ['2026.3.5'], [46_086], [new Date(Date.UTC(2026, 2, 5))]])(
    'a date typed as %s',
    async written => nothing(await items(sheet => sheet.set(FIRST, '完成时限', written))),
  )

  test('（） for (), trailing blanks, a full-width comma, line ends of another program', async () => {
    const back = await items(sheet => {
      for (const line of sheet.grid.rows.slice(sheet.headerAt + 1))
        line.forEach((value, column) => {
          if (column > 0 && typeof value === 'string' && value !== '')
            line[column] = `${value.replaceAll('(', '（').replaceAll(')', '）').replaceAll('；', ';')}  `
        })
    })
    nothing(back)
    expect(codes(back)).toEqual(['slightly-different'])
  })

  test('what repeats merged: the cells below are filled', async () => {
    nothing(
      await items(sheet => {
        const at = sheet.columnOf('所属上级')
        const rows = [sheet.rowOf(FIRST), sheet.rowOf(SECOND)] as const
        expect(sheet.get(FIRST, '所属上级')).toBe(sheet.get(SECOND, '所属上级'))
        sheet.set(SECOND, '所属上级', null)
        sheet.grid.merges.push([rows[0], at, rows[1], at])
      }),
    )
  })

  test('the sheet copied within the workbook: the copy is left alone', async () => {
    const back = await after(grids => {
      const { grid } = openSheet(grids, ITEMS)
      grids.splice(2, 0, { ...grid, name: `${ITEMS} (2)`, rows: grid.rows.map(line => [...line]) })
      openSheet(grids, ITEMS).set(FIRST, '备注', '以这张为准')
    })
    expect(changed(back)).toEqual([`changed ${FIRST} 备注  → 以这张为准`])
    expect(codes(back)).toEqual(['sheet-twice'])
  })

  test('formulas are read by their results, and counted', async () => {
    const back = await items(sheet => sheet.set(FIRST, '业务事项名称', { formula: '"农村集体资产"&"年度清查登记"', value: FIRST }))
    nothing(back)
    expect(codes(back)).toEqual(['formulas-as-values'])
  })
})

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
    expect(back.compared.changes[0]).toMatchObject({ sort: 'changed', sheet: ITEMS, row: 4, column: '*业务事项名称', before: FIRST })
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

describe('[C6.2] sheet and document both changed', () => {
  const edited = (change: (one: Element) => Element): DocumentState => stateOf(elements.map(change))
  const renamed = (): DocumentState =>
    edited(one => (one.id === 'item-01' ? { ...one, name: '清产核资', assists: ['org-cun', 'org-czj', 'org-zhen'] } : one))

  test('only the document changed: it stays, and is not reported', async () => nothing(await after(() => undefined, { state: renamed() })))

  test('both: a conflict, the document stays unless the sheet is taken', async () => {
    const rename = (sheet: ReturnType<typeof openSheet>): void => sheet.set(FIRST, '业务事项名称', '年度清查')
    const back = await items(rename, { state: renamed() })
    expect(back.compared.conflicts).toMatchObject([
      { code: 'both-changed', row: 4, column: '*业务事项名称', exported: FIRST, inSheet: '年度清查', inDocument: '清产核资' },
    ])
    expect(back.field('item-01', 'name')).toBe('清产核资')
    const taken = await items(rename, { state: renamed(), takeSheet: true })
    expect(taken.field('item-01', 'name')).toBe('年度清查')
    expect(taken.compared.conflicts).toEqual([])
  })

  test('both came to the same: no conflict', async () =>
    nothing(await items(sheet => sheet.set(FIRST, '业务事项名称', '清产核资'), { state: renamed() })))

  test('sets are merged member by member', async () => {
    const back = await items(sheet => sheet.set(FIRST, '协同部门', '示例县审计局；示例县自然资源和规划局'), { state: renamed() })
    expect(back.compared.conflicts).toEqual([])
    // Went out: village, town, land office. Document: land office out, finance in. Sheet: village and town out, audit in.
    expect(back.field('item-01', 'assists')).toEqual(['org-czj', 'org-sjj'])
  })

  test('a reference whose target was renamed since is no change of the document', async () => {
    const now = edited(one => (one.id === 'org-nync' ? { ...one, name: '示例县农业农村和水利局' } : one))
    nothing(await after(() => undefined, { state: now }))
    const back = await items(sheet => sheet.set(FIRST, '牵头部门', '示例县财政局'), { state: now })
    expect(back.compared.conflicts).toEqual([])
    expect(back.field('item-01', 'lead')).toBe('org-czj')
  })

  test('the document removed what the sheet changed: a conflict; what it did not change stays removed', async () => {
    const without = stateOf(
      elements.filter(one => one.id !== 'basis-law').map(({ bases: _bases, basis: _basis, ...one }) => one as Element),
    )
    nothing(await after(() => undefined, { state: without }))
    const back = await after(grids => openSheet(grids, '参考-依据').set('浙江省农村集体资产管理条例', '备注', '新修订'), { state: without })
    expect(back.compared.conflicts).toMatchObject([{ code: 'removed-in-document', element: 'basis-law', inSheet: '新修订' }])
    expect(back.delta.size).toBe(0)
  })

  test('the sheet took out what the document changed: it stays', async () => {
    const back = await items(sheet => sheet.remove(FIRST), { state: renamed(), removals: true })
    expect(back.compared.conflicts).toMatchObject([{ code: 'changed-in-document', element: 'item-01' }])
    expect(back.after.snapshot.get('item-01')).toBeDefined()
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
