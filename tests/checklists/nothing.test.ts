import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openSheet, takeBack } from './handed-out.ts'
import { ITEMS, FIRST, SECOND, state, bytes, after, items, codes, changed, expectNothing } from './worked.ts'

describe('[C6.2] what changes nothing', () => {
  test('nothing done: every row is unchanged, in the file itself and as another program writes it', async () => {
    for (const back of [takeBack([{ name: '清单.xlsx', bytes }], state), await after(() => undefined)]) {
      expectNothing(back)
      expect(codes(back)).toEqual([])
      expect(back.compared.unchanged).toBe(back.read['rows'])
    }
  })

  test('rows sorted', async () => expectNothing(await items(sheet => sheet.body(rows => rows.reverse()))))

  test('the sheet hidden', async () => expectNothing(await items(sheet => void (sheet.grid.hidden = true))))

  test('rows hidden, filtered and grouped, panes and widths changed, and the file saved by another program', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    const sheet = book.getWorksheet(ITEMS)
    for (const row of [5, 6, 9]) sheet?.getRow(row).commit()
    for (const row of [5, 6, 9]) Object.assign(sheet?.getRow(row) ?? {}, { hidden: true, outlineLevel: 1 })
    Object.assign(sheet ?? {}, { autoFilter: 'A3:D20', views: [{ state: 'normal' }] })
    for (const column of [2, 4]) Object.assign(sheet?.getColumn(column) ?? {}, { width: 3, hidden: true })
    const saved = new Uint8Array(await book.xlsx.writeBuffer())
    expectNothing(takeBack([{ name: '清单.xlsx', bytes: saved }], state))
  })

  test('columns moved', async () => {
    expectNothing(
      await items(
        sheet =>
          void (sheet.grid.rows = sheet.grid.rows.map(line =>
            Array.from({ length: sheet.header().length }, (_, at) => line[sheet.header().length - 1 - at] ?? null),
          )),
      ),
    )
  })

  test('a title row and a note added on top', async () => {
    expectNothing(await items(sheet => void sheet.grid.rows.unshift(['', '示例县改革办'], ['', '2026 年第一批'])))
  })

  test('a note, a total and the header repeated below', async () => {
    const back = await items(sheet => {
      sheet.grid.rows.push(['', '注：以上由各单位填报'], ['', '合计', '12 项'], [...sheet.header()])
    })
    expectNothing(back)
    expect(back.read['notes']).toBe(3)
  })

  test('a column deleted: what it said stays', async () => {
    const back = await items(sheet => {
      const at = sheet.columnOf('牵头部门')
      for (const line of sheet.grid.rows) line.splice(at, 1)
    })
    expectNothing(back)
    expect(back.warnings).toEqual([{ code: 'columns-missing', values: { file: '清单.xlsx', sheet: ITEMS, columns: ['牵头部门'] } }])
  })

  test('columns added: they are named and not read', async () => {
    const back = await items(sheet =>
      sheet.grid.rows.forEach((line, row) => line.splice(4, 0, row === sheet.headerAt ? '处室意见' : '同意')),
    )
    expectNothing(back)
    expect(back.warnings).toEqual([{ code: 'column-unknown', values: { file: '清单.xlsx', sheet: ITEMS, header: '处室意见' } }])
  })

  test('a column renamed: known by what is in it', async () => {
    const back = await items(sheet => {
      sheet.header()[sheet.columnOf('牵头部门')] = '主办单位'
      sheet.header()[sheet.columnOf('业务事项名称')] = '办什么事'
    })
    expectNothing(back)
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
    expectNothing(back)
    expect(codes(back)).toEqual(['ids-missing'])
  })

  test('numbers as text, text as numbers', async () => {
    const back = await after(grids => {
      const sheet = openSheet(grids, '数据项清单')
      sheet.set('集体经济组织统一社会信用代码', '数据长度（字节）', '18.0')
      sheet.set('资产编号', '数据长度（字节）', 32)
      sheet.set('集体经济组织名称', '编码', 7)
    })
    expectNothing(back)
    expect(back.warnings).toEqual([{ code: 'digits-kept', values: { count: 1 } }])
  })

  test.each([['2026-03-05'], ['2026/3/5'], ['2026年3月5日'], ['20260305'], ['2026.3.5'], [46_086], [new Date(Date.UTC(2026, 2, 5))]])(
    'a date typed as %s',
    async written => expectNothing(await items(sheet => sheet.set(FIRST, '完成时限', written))),
  )

  test('（） for (), trailing blanks, a full-width comma, line ends of another program', async () => {
    const back = await items(sheet => {
      for (const line of sheet.grid.rows.slice(sheet.headerAt + 1))
        line.forEach((value, column) => {
          if (column > 0 && typeof value === 'string' && value !== '')
            line[column] = `${value.replaceAll('(', '（').replaceAll(')', '）').replaceAll('；', ';')}  `
        })
    })
    expectNothing(back)
    expect(codes(back)).toEqual(['slightly-different'])
  })

  test('what repeats merged: the cells below are filled', async () => {
    expectNothing(
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
    expectNothing(back)
    expect(codes(back)).toEqual(['formulas-as-values'])
  })
})
