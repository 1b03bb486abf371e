import type { Compared, Imported, SheetChange, SheetConflict } from '#imports/define-importer.ts'
import { text } from '#words/index.ts'
import { cut, table } from '../output/print.ts'
import type { ImportOptions } from './import-options.ts'

/** Lines of one sort that are shown before the rest is only counted. */
const SHOWN = 30

/** Columns a text of a cell may take. */
const WIDEST = 48

/** What a workbook of ours that came back says: a table by sheet, then every change, conflict and missing row with its place. */
export function comparedLines({ compared, refused }: Imported, options: ImportOptions): readonly string[] {
  if (compared === undefined) return []
  const ofSort = (sort: SheetChange['sort']): readonly SheetChange[] => compared.changes.filter(one => one.sort === sort)
  const gone = ofSort('gone')
  return [
    '',
    sheetTable(compared, refused),
    ...section('cli/compared-added', ofSort('added'), one => named(one)),
    ...section('cli/compared-changed', ofSort('changed'), changeText),
    ...section('cli/compared-conflicts', compared.conflicts, conflictText),
    ...section(options.removals ? 'cli/compared-removed' : 'cli/compared-gone', gone, one => `${one.sheet}　「${one.name}」`),
  ]
}

function sheetTable({ sheets, changes, conflicts }: Compared, refused: Imported['refused']): string {
  const columns = ['sheet', 'added', 'changed', 'unchanged', 'gone', 'conflicts', 'refused']
  const told = sheets.filter(one => one.rows > 0 || changes.some(change => change.sheet === one.sheet))
  const rows = told.map(({ file, sheet, unchanged }) => {
    const isHere = (one: { readonly file: string; readonly sheet: string }): boolean => one.file === file && one.sheet === sheet
    const here = changes.filter(isHere)
    const count = (sort: SheetChange['sort']): number => new Set(here.flatMap(one => (one.sort === sort ? [one.element] : []))).size
    const numbers = [
      count('added'),
      count('changed'),
      unchanged,
      count('gone'),
      conflicts.filter(isHere).length,
      refusedRows(refused.filter(isHere)),
    ]
    return [sheet, ...numbers.map(String)]
  })
  return table(
    columns.map((column, index) => ({ title: text(`cli/compared-column-${column}`), ...(index > 0 ? { align: 'right' as const } : {}) })),
    rows,
  )
}

const refusedRows = (refused: Imported['refused']): number => new Set(refused.map(one => one.row)).size

function section<One>(title: string, all: readonly One[], say: (one: One) => string): readonly string[] {
  if (all.length === 0) return []
  const more = all.length > SHOWN ? [text('cli/more', { count: all.length - SHOWN })] : []
  return ['', text(title, { count: all.length }), ...all.slice(0, SHOWN).map(one => `  • ${say(one)}`), ...more]
}

const named = ({ sheet, row, name }: SheetChange): string => text('cli/compared-row', { sheet, row, name })

const short = (value: string): string => (value === '' ? text('cli/empty') : cut(value.replaceAll('\n', ' '), WIDEST))

const changeText = (one: SheetChange): string =>
  `${named(one)}${text('cli/compared-cell', { column: one.column, before: short(one.before), after: short(one.after) })}`

const conflictText = (one: SheetConflict): string =>
  text(`compared/${one.code}`, {
    ...one,
    exported: short(one.exported),
    inSheet: short(one.inSheet),
    inDocument: short(one.inDocument),
  })
