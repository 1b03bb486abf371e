import { storable } from '#model/base/text.ts'
import { applyDelta, writeRequirements } from '#model/operations/index.ts'
import { requirementLines } from '#model/method/requirements.ts'
import { lookUp } from '#model/derive/index.ts'
import type { Delta } from '#model/document/delta.ts'
import { openDraft } from '#model/document/draft.ts'
import { importers } from '#imports/index.ts'
import { withHiddenSigns } from '#imports/hidden-signs.ts'
import type { Imported, ImportInput } from '#imports/define-importer.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { type DocumentFile, failed } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { documentOf } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import type { ImportOptions } from './import-options.ts'
import { reported } from './import-report.ts'
import { baseName, mapOf } from './paths.ts'
import { requirements } from './requirements.ts'
import { stopMarkedSource } from './secret-guard.ts'

/** Bytes of a source from which a person waits over a second and is told for what. */
const SLOW_TO_READ = 300_000

/** Takes a file or folder in as one transaction. Source: contracts C6. */
export async function importInto(context: Context, document: DocumentFile, path: string, options: ImportOptions): Promise<Outcome> {
  const files = await context.store.source(path)
  if (!files.ok) return failed(files.error, path, exitCodes.refused)
  const size = files.value.reduce((sum, file) => sum + file.bytes.length, 0)
  if (size > SLOW_TO_READ) context.note(text('cli/reading', { file: path, size: Math.ceil(size / 1024) }))
  const name = storable(baseName(path)).replace(/\.[A-Za-z0-9]{1,5}$/u, '')
  const input: ImportInput = {
    name,
    files: files.value,
    state: document.state(),
    wording: document.wording(),
    newId: context.newId,
    map: mapOf(options.map),
    partial: options.partial,
    removals: options.removals,
    takeSheet: options.takeSheet,
  }
  const importer = options.as === undefined ? importers.find(one => one.sniff(input)) : importers.find(one => one.id === options.as)
  if (importer === undefined)
    throw new CommandError(
      'nothing-recognised',
      text('import/nothing-recognised', { name: path, formats: importers.map(one => one.id) }),
      exitCodes.refused,
    )
  await stopMarkedSource(context, document.id, files.value)
  const result = importer.read(input)
  if (!result.ok) {
    await context.record({ event: 'import', object: document.id, result: result.error.code })
    throw new CommandError(
      result.error.code,
      text(`import/${result.error.code}`, { file: path, ...result.error.values }) || result.error.code,
      exitCodes.refused,
    )
  }
  const taken = withHiddenSigns(result.value)
  const isTaken = taken.refused.length === 0 || options.partial
  const delta = withMapping(document, taken, context)
  if (isTaken && !options.dryRun && delta.size > 0) {
    document.run(applyDelta, { delta })
    await document.save('document/import')
    await context.record({ event: 'import', object: document.id, result: 'ok' })
  } else if (!isTaken) await context.record({ event: 'import', object: document.id, result: 'rows-refused' })
  return reported(taken, importer.id, { ...options, isTaken })
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
