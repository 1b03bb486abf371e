import { excel } from '#exports/excel/write.ts'
import { writeWorkbook } from '#exports/writing/workbook.ts'
import { checklists } from '#imports/checklists/read.ts'
import { readTable } from '#imports/reading/read-table.ts'
import { invariant } from '#model/base/invariant.ts'
import { viewOf } from '#model/method/define-fact.ts'
import { wordingOf } from '#model/wording/wording-of.ts'
import { timed } from '../measure.ts'
import { defineRow, other, usual } from '../row.ts'
import { asContent, byExcelJs, byExcelJsStream, bySheetJs, checklistsAsTexts, largeSheet, readByExcelJs, readBySheetJs } from '../sheets.ts'
import { TODAY } from '../world.ts'

export const excelChecklists = defineRow({
  id: 'excel-checklists',
  title: '写出文档的全部 Excel 清单',
  sizes: usual,
  async measure(world) {
    const known = world.known()
    const input = { view: viewOf(known.state, known.values), wording: wordingOf(known.state), today: TODAY }
    const sheets = checklistsAsTexts(input)
    const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0)
    return {
      ours: await timed(() => excel.write(input)),
      peers: [other('exceljs', await timed(() => byExcelJs(sheets))), other('SheetJS', await timed(() => bySheetJs(sheets)))],
      note: `${(cells / 1e6).toFixed(2)} M 单元格；同类程序从现成文本写起，SheetJS 不写样式与下拉`,
    }
  },
})

export const excelBack = defineRow({
  id: 'excel-back',
  title: '全部清单交回：读入，与下发时和文档三方对比',
  sizes: usual,
  async measure(world) {
    const { state, values } = world.known()
    const wording = wordingOf(state)
    const bytes = (await excel.write({ view: viewOf(state, values), wording, today: TODAY })).files[0]?.bytes ?? new Uint8Array()
    const wish = { map: new Map<string, string>(), partial: false, removals: false, takeSheet: false }
    // Copies, since the same bytes are read once and then remembered.
    const back = (): unknown => {
      const files = [{ name: '清单.xlsx', bytes: bytes.slice() }]
      const result = checklists.read({ name: '清单', files, state, wording, newId: () => 'never', ...wish })
      invariant(result.ok && result.value.delta.size === 0, 'nothing was changed')
      return result.value.compared?.unchanged
    }
    return {
      ours: await timed(back),
      floor: other('只读入', await timed(() => readTable('清单.xlsx', bytes.slice()))),
      note: `${(bytes.length / 1e6).toFixed(1)} MB`,
    }
  },
})

export const excelWrite = defineRow({
  id: 'excel-write',
  title: '写出 100 000 行 × 20 列的清单',
  sizes: ['L'],
  targets: { L: { budget: 10_000, aim: 5_000 } },
  async measure() {
    const sheet = largeSheet()
    return {
      ours: await timed(() => writeWorkbook(asContent(sheet))),
      peers: [
        other('exceljs', await timed(() => byExcelJs([sheet]))),
        other('exceljs 逐行', await timed(() => byExcelJsStream([sheet]))),
        other('SheetJS', await timed(() => bySheetJs([sheet]))),
      ],
      note: 'exceljs 逐行不写下拉，SheetJS 不写样式与下拉',
    }
  },
})

export const excelRead = defineRow({
  id: 'excel-read',
  title: '读回 100 000 行 × 20 列的清单',
  sizes: ['L'],
  targets: { L: { budget: 8_000, aim: 4_000 } },
  async measure() {
    const bytes = await writeWorkbook(asContent(largeSheet()))
    const read = (): unknown => {
      // A copy, since the same bytes are read once and then remembered.
      const table = readTable('清单.xlsx', bytes.slice())
      invariant(table.ok, 'a workbook of our own is readable')
      return table.value.sheets.length
    }
    return {
      ours: await timed(read),
      peers: [other('exceljs', await timed(() => readByExcelJs(bytes))), other('SheetJS', await timed(() => readBySheetJs(bytes)))],
    }
  },
})
