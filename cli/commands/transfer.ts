import { applyDelta, writeRequirements } from '#model/operations/index.ts'
import { requirementLines } from '#model/method/requirements.ts'
import { lookUp } from '#model/derive/index.ts'
import type { Delta } from '#model/document/delta.ts'
import { openDraft } from '#model/document/draft.ts'
import { exporters } from '#exports/index.ts'
import { importers } from '#imports/index.ts'
import type { Imported, ImportInput } from '#imports/define-importer.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { kindOf } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { kindLabel } from '../output/describe.ts'
import { type DocumentFile, failed } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { lossText } from '../output/loss-text.ts'
import { documentOf } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { requirements } from './requirements.ts'

export interface ImportOptions {
  readonly as?: string
  readonly map: readonly string[]
  readonly dryRun: boolean
  readonly partial: boolean
}

const baseName = (path: string): string => path.replace(/[/\\]+$/u, '').replace(/^.*[/\\]/u, '')

/** Sizes from which a person waits over a second and is told for what: bytes of a source, elements to write out. */
const SLOW_TO_READ = 300_000
const SLOW_TO_WRITE = 3_000

/** Takes a file or folder in as one transaction. Source: contracts C6. */
export async function importInto(context: Context, document: DocumentFile, path: string, options: ImportOptions): Promise<Outcome> {
  const files = await context.store.source(path)
  if (!files.ok) return failed(files.error, path, exitCodes.refused)
  const size = files.value.reduce((sum, file) => sum + file.bytes.length, 0)
  if (size > SLOW_TO_READ) context.note(text('cli/reading', { file: path, size: Math.ceil(size / 1024) }))
  const name = baseName(path).replace(/\.[A-Za-z0-9]{1,5}$/u, '')
  const input: ImportInput = {
    name,
    files: files.value,
    state: document.state(),
    wording: document.wording(),
    newId: context.newId,
    map: mapOf(options.map),
    partial: options.partial,
  }
  const importer = options.as === undefined ? importers.find(one => one.sniff(input)) : importers.find(one => one.id === options.as)
  if (importer === undefined)
    throw new CommandError(
      'nothing-recognised',
      text('import/nothing-recognised', { name: path, formats: importers.map(one => one.id) }),
      exitCodes.refused,
    )
  const result = importer.read(input)
  if (!result.ok)
    throw new CommandError(
      result.error.code,
      text(`import/${result.error.code}`, { file: path, ...result.error.values }) || result.error.code,
      exitCodes.refused,
    )
  const isTaken = result.value.refused.length === 0 || options.partial
  const delta = withMapping(document, result.value, context)
  if (isTaken && !options.dryRun && delta.size > 0) {
    document.run(applyDelta, { delta })
    await document.save('document/import')
  }
  return reported(result.value, importer.id, { ...options, isTaken })
}

function mapOf(written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    written.map(one => {
      const equals = one.lastIndexOf('=')
      if (equals < 1) throw new CommandError('usage', text('cli/mapping', { written: one }), exitCodes.usage)
      return [one.slice(0, equals), one.slice(equals + 1)] as const
    }),
  )
}

type Remembered = Pick<Imported['mapping'][number], 'kind' | 'header' | 'field'>

/** What people decided about headers before. */
function rememberedIn(settings: { readonly [key: string]: unknown }): readonly Remembered[] {
  const stored = settings['mappings']
  return Array.isArray(stored) ? (stored as readonly Remembered[]) : []
}

/** What people decide about headers is remembered in the document, so that the same header is read the same way next time. */
function withMapping(document: DocumentFile, { delta, mapping }: Imported, context: Context): Delta {
  const chosen = mapping.filter(one => one.decided)
  const element = documentOf(document)
  if (chosen.length === 0 || element === undefined) return delta
  const settings = (element['settings'] ?? {}) as { readonly [key: string]: unknown }
  const columns = [...rememberedIn(settings), ...chosen].map(({ kind, header, field }) => ({ kind, header, field }))
  const mappings = [...new Map(columns.map(one => [`${one.kind} ${one.header}`, one] as const)).values()]
  const draft = openDraft(document.state(), lookUp, context.newId)
  draft.set(element.id, { settings: { ...settings, mappings } })
  return new Map([...delta, ...draft.delta()])
}

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

function reported(imported: Imported, format: string, options: ImportOptions & { readonly isTaken: boolean }): Outcome {
  const counts = countsOf(imported.delta)
  const total = Object.values(imported.read).reduce((sum, one) => sum + one, 0)
  const refused = imported.refused.map(one => ({ ...one, message: text(`import/${one.code}`, one.values) }))
  const warnings = imported.warnings.map(({ code, values }) => ({ code, message: text(`import/${code}`, labelled(values)), ...values }))
  const unchanged = Math.max(0, (imported.read['rows'] ?? total) - (counts.created['item'] ?? 0) - counts.changed - refused.length)
  const json = {
    format,
    written: options.isTaken && !options.dryRun,
    read: imported.read,
    ...counts,
    unchanged,
    links: imported.links,
    refused,
    conflicts: [],
    warnings,
    mapping: imported.mapping.map(({ decided: _decided, ...column }) => column),
  }
  return {
    json,
    text: printImport(imported, counts, { refused, warnings, options }),
    exit: options.isTaken ? exitCodes.fine : exitCodes.refused,
  }
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
  const mapped = imported.mapping.map(({ sheet, header, ...column }) => [sheet, header, columnLabel(column)])
  const lines = [
    text('cli/import-read', { read: read.join('、') }),
    text('cli/import-created', { created: created.join('、') || '—', changed: counts.changed, links: imported.links }),
    ...(mapped.length > 0
      ? ['', table([{ title: text('cli/sheet') }, { title: text('cli/header'), most: 40 }, { title: text('cli/taken-as') }], mapped)]
      : []),
    ...(refused.length > 0
      ? [
          '',
          text('cli/import-refused', { count: refused.length }),
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

/** Creates the missing requirements, then shows the list. */
export async function writeMissing(document: DocumentFile): Promise<Outcome> {
  const proposals = requirementLines(document.view()).flatMap(({ requirement, dataItem, timeliness }) =>
    requirement ? [] : [{ dataItem: dataItem.id, ...(timeliness === '' ? {} : { timeliness }) }],
  )
  const { created } = document.run(writeRequirements, { proposals })
  await document.save('requirements/write')
  const outcome = requirements(document)
  return { json: outcome.json, text: `${outcome.text}\n${text('cli/requirements-written', { count: created.length })}` }
}

/** Writes a document in another format. */
export async function exportTo(
  context: Context,
  document: DocumentFile,
  format: string,
  target: { readonly out: string | undefined; readonly mayReplace: boolean },
): Promise<Outcome> {
  const { out, mayReplace } = target
  const exporter = exporters.find(one => one.id === format)
  if (exporter === undefined)
    throw new CommandError('format-unknown', text('cli/format-unknown', { format, formats: exporters.map(one => one.id) }), exitCodes.usage)
  if (document.state().snapshot.size > SLOW_TO_WRITE) context.note(text('cli/writing', { format: exporter.label }))
  const { files, losses } = await exporter.write({ view: document.view(), wording: document.wording(), today: context.today })
  const [first] = files
  if (first === undefined) throw new CommandError('format-unknown', text('cli/format-unknown', { format, formats: [] }), exitCodes.usage)
  const path = out ?? `${baseName(document.path).replace(/\.jw$/u, '')}-${first.path}`
  const written = await context.store.writeNew(path, first.bytes, mayReplace)
  if (!written.ok) return failed(written.error, path, exitCodes.notSaved)
  const told = losses.map(loss => lossText(loss, document))
  return {
    json: { path, bytes: first.bytes.length, losses },
    text: [text('cli/exported', { path, size: Math.ceil(first.bytes.length / 1024) }), ...told].join('\n'),
  }
}
