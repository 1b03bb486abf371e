import { columnsOf, type ChecklistColumn } from '#exports/excel/columns.ts'
import type { Located } from './locate.ts'
import type { Origin } from './origin.ts'
import { foldWidth, settled } from './sheet-texts.ts'

/** Share of the filled cells that must say what went out for a column to be known by what is in it. */
const SHARE = 0.8

/** Cells that must say so at least. */
const FEWEST = 2

/** A title that a person gave a column of ours. */
export interface Renamed {
  readonly located: Located
  /** Title in the sheet, by the field it was found to be. */
  readonly titles: ReadonlyMap<string, string>
}

/** Columns that have lost their title but not their content: they say what one missing column said when it went out, and no other does. */
export function withRenamed(located: Located, origin: Origin | undefined, map: ReadonlyMap<string, string>): Renamed {
  const declared = columnsOf(located.kind)
  const columns = new Map(located.columns)
  const titles = new Map<string, string>()
  for (const [index, title] of located.unknown) {
    const there = new Set(Array.from(columns.values(), column => column.field))
    const missing = declared.filter(column => !there.has(column.field))
    const decided = map.get(title)
    const column =
      decided === undefined
        ? byContent(located, { index, missing, origin })
        : missing.find(one => one.field === decided || one.declared.label === decided)
    if (column === undefined) continue
    columns.set(index, column)
    titles.set(column.field, title)
  }
  const unknown = new Map([...located.unknown].filter(([index]) => !columns.has(index)))
  return { located: { ...located, columns, unknown }, titles }
}

interface Searched {
  readonly index: number
  readonly missing: readonly ChecklistColumn[]
  readonly origin: Origin | undefined
}

function byContent({ kind, sheet, header, idColumn }: Located, { index, missing, origin }: Searched): ChecklistColumn | undefined {
  const base = origin?.base.get(kind.name)
  if (base === undefined || idColumn === undefined) return undefined
  const rows = sheet.rows.slice(header + 1).flatMap(({ cells }) => {
    const exported = base.get(settled(cells.get(idColumn)?.text ?? ''))
    const text = foldWidth(cells.get(index)?.text ?? '')
    return exported && text !== '' ? [{ exported, text }] : []
  })
  const fitting = missing.filter(({ field }) => {
    const agreeing = rows.filter(({ exported, text }) => foldWidth(exported.get(field) ?? '') === text).length
    return agreeing >= FEWEST && agreeing >= rows.length * SHARE
  })
  return fitting.length === 1 ? fitting[0] : undefined
}
