import type { Imported } from '#imports/define-importer.ts'
import type { Delta } from '#model/document/delta.ts'
import { kindOf } from '#model/kinds/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { text } from '#words/index.ts'
import { kindLabel } from '../output/describe.ts'
import { exitCodes } from '../output/exit-codes.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { comparedLines } from './compared-report.ts'
import type { ImportOptions } from './import-options.ts'

interface Counted {
  readonly created: { readonly [kind: string]: number }
  readonly changed: number
  readonly removed: number
}

function countsOf(delta: Delta): Counted {
  const created: Record<string, number> = {}
  let changed = 0
  let removed = 0
  for (const [before, after] of delta.values()) {
    if (before && after) changed++
    else if (after) created[after.kind] = (created[after.kind] ?? 0) + 1
    else removed++
  }
  return { created, changed, removed }
}

/** What an import did or would do, for people and for programs. */
export function reported(imported: Imported, format: string, options: ImportOptions & { readonly isTaken: boolean }): Outcome {
  const counts = countsOf(imported.delta)
  const total = Object.values(imported.read).reduce((sum, one) => sum + one, 0)
  const refused = imported.refused.map(one => ({ ...one, message: refusedText(one) }))
  const warnings = imported.warnings.map(({ code, values }) => ({ code, message: text(`import/${code}`, labelled(values)), ...values }))
  const { conflicts = [], changes = [] } = imported.compared ?? {}
  const gone = changes.filter(one => one.sort === 'gone')
  const unchanged =
    imported.compared?.unchanged ??
    Math.max(0, (imported.read['rows'] ?? total) - (counts.created['item'] ?? 0) - counts.changed - refused.length)
  const json = {
    format,
    written: options.isTaken && !options.dryRun,
    read: imported.read,
    ...counts,
    // Rows that are gone are reported whether or not they may go; `warnings` says when they stay.
    removed: imported.compared ? gone.length : counts.removed,
    unchanged,
    links: imported.links,
    refused,
    conflicts: conflicts.map(one => ({ ...one, message: text(`compared/${one.code}`, { ...one }) })),
    ...(imported.compared ? { changes } : {}),
    warnings,
    mapping: imported.mapping.map(({ decided: _decided, ...column }) => column),
  }
  return {
    json,
    text: printImport(imported, counts, { refused, warnings, options }),
    exit: options.isTaken ? exitCodes.fine : exitCodes.refused,
  }
}

/** Why a row or a cell is refused; of a cell that was not understood, in the words of any field. */
function refusedText({ code, values }: Imported['refused'][number]): string {
  const [first, second] = values['value'] === undefined ? ['import', 'value'] : ['value', 'import']
  return text(`${first}/${code}`, values) || text(`${second}/${code}`, values) || text(`refusal/${code}`, values) || code
}

/** Field names in values become the labels people know. */
function labelled(values: Imported['warnings'][number]['values']): Imported['warnings'][number]['values'] {
  const { field, kind } = values
  const declared = typeof field === 'string' && typeof kind === 'string' ? kindOf(kind) : undefined
  return declared && typeof field === 'string' ? { ...values, field: fieldOf(declared, field)?.label ?? field } : values
}

/** What a column was taken for, in the words people know. */
function columnLabel({ kind, field }: { readonly kind: string; readonly field: string }): string {
  const [name = '', unit] = field.split('.')
  const declared = kindOf(kind)
  const label = text(`column/${name}`) || (declared && fieldOf(declared, name)?.label) || name
  return field === '' ? text('cli/not-taken') : unit === undefined ? label : `${label}（${text('field/unit') || unit}）`
}

/** Warnings shown one by one before the rest is only counted. */
const SHOWN = 12

interface Printed {
  readonly refused: readonly { readonly sheet: string; readonly row: number; readonly column: string; readonly message: string }[]
  readonly warnings: readonly { readonly message: string; readonly code: string }[]
  readonly options: ImportOptions & { readonly isTaken: boolean }
}

/** What became of it, in a sentence. */
function outcomeLine({ delta }: Imported, options: Printed['options']): string {
  if (!options.isTaken) return text('cli/import-nothing')
  if (options.dryRun) return text('cli/import-dry')
  return text(delta.size > 0 ? 'cli/import-done' : 'cli/import-same')
}

function printImport(imported: Imported, counts: Counted, { refused, warnings, options }: Printed): string {
  const read = Object.entries(imported.read).map(([what, count]) => `${text(`read/${what}`) || what} ${count}`)
  const created = Object.entries(counts.created).map(([kind, count]) => `${kindLabel(kind)} ${count}`)
  const mapped = (imported.compared ? [] : imported.mapping).map(({ sheet, header, ...column }) => [sheet, header, columnLabel(column)])
  const lines = [
    text('cli/import-read', { read: read.join('、') }),
    text('cli/import-created', { created: created.join('、') || '—', changed: counts.changed, links: imported.links }),
    ...comparedLines(imported, options),
    ...(mapped.length > 0
      ? ['', table([{ title: text('cli/sheet') }, { title: text('cli/header'), most: 40 }, { title: text('cli/taken-as') }], mapped)]
      : []),
    ...(refused.length > 0
      ? [
          '',
          text('cli/import-refused', { count: new Set(refused.map(one => `${one.sheet} ${one.row}`)).size }),
          ...refused.slice(0, SHOWN).map(one => text('cli/refused-row', { ...one })),
        ]
      : []),
    ...(warnings.length > 0
      ? [
          '',
          text('cli/import-warnings', { count: warnings.length }),
          ...warnings.slice(0, SHOWN).map(one => `  • ${one.message || one.code}`),
        ]
      : []),
    ...(warnings.length > SHOWN ? [text('cli/more', { count: warnings.length - SHOWN })] : []),
    '',
    outcomeLine(imported, options),
  ]
  return lines.join('\n')
}
