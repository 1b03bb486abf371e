import type { ExportInput } from '../define-exporter.ts'
import { columnName, type WorkbookSheet } from '../writing/workbook.ts'
import type { Field } from '#model/schema/define-field.ts'
import { writeReference } from '#model/wording/write-value.ts'
import { codeUnitCompare, naturalCompare } from '#model/base/text.ts'

/** Sheet that holds what dropdowns offer; hidden, since people choose from the cell. */
const SHEET = '_选项'

/** What a dropdown offers beyond a warning: a list a user may extend only warns. */
export interface Choices {
  readonly sheet: WorkbookSheet
  readonly names: ReadonlyMap<string, string>
  /** The defined name for a field's dropdown; undefined when the field is not chosen from a list. */
  readonly sourceFor: (field: Field) => string | undefined
}

/** One column of choices per code list and per set of kinds that some field of the checklists refers to. */
export function choicesFor(fields: readonly Field[], input: ExportInput): Choices {
  const columns = new Map<string, readonly string[]>()
  for (const field of fields) {
    const name = nameFor(field)
    if (name !== undefined && !columns.has(name)) columns.set(name, optionsOf(field, input))
  }
  const titles = [...columns.keys()].sort(codeUnitCompare)
  const depth = Math.max(0, ...Array.from(columns.values(), options => options.length))
  const rows = [titles, ...Array.from({ length: depth }, (_, row) => titles.map(title => columns.get(title)?.[row] ?? ''))]
  const names = new Map(
    titles.map(
      (title, index) =>
        [title, `'${SHEET}'!$${columnName(index)}$2:$${columnName(index)}$${Math.max(2, 1 + (columns.get(title)?.length ?? 0))}`] as const,
    ),
  )
  return {
    sheet: { name: SHEET, columns: titles.map(() => ({ width: 24 })), rows, hidden: true },
    names,
    sourceFor(field) {
      const name = nameFor(field)
      return name !== undefined && (columns.get(name)?.length ?? 0) > 0 ? name : undefined
    },
  }
}

/** Sets are written with `；` and checked on import: a dropdown offers single values only. */
function nameFor(field: Field): string | undefined {
  if (field.type === 'boolean') return '选项_是否'
  if (field.type === 'choice') return `选项_${field.list ?? ''}`
  if (field.type === 'ref' && field.refersTo && !field.refersTo.includes('*')) return `选项_${[...field.refersTo].join('_')}`
  return undefined
}

function optionsOf(field: Field, { view, wording }: ExportInput): readonly string[] {
  if (field.type === 'boolean') return ['是', '否']
  if (field.type === 'choice') return wording.labelsOf(field.list ?? '').map(one => one.label)
  const ids = (field.refersTo ?? []).flatMap(kind => [...view.lookups.allOf(kind)])
  return [...new Set(ids.map(id => writeReference(id, wording, field.refersTo)))].sort(naturalCompare)
}
