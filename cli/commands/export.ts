import { exporters } from '#exports/index.ts'
import { fillForm } from '#imports/form/fill.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { type DocumentFile, failed } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { kindLabel } from '../output/describe.ts'
import { lossText } from '../output/loss-text.ts'
import { baseName, mapOf } from './paths.ts'
import { stopMarkedDocument } from './secret-guard.ts'

/** Elements from which a person waits over a second and is told for what. */
const SLOW_TO_WRITE = 3_000

/** Where an export goes. */
interface Target {
  readonly out: string | undefined
  readonly mayReplace: boolean
}

/** Writes a document in another format. */
export async function exportTo(context: Context, document: DocumentFile, format: string, { out, mayReplace }: Target): Promise<Outcome> {
  const exporter = exporters.find(one => one.id === format)
  if (exporter === undefined)
    throw new CommandError('format-unknown', text('cli/format-unknown', { format, formats: exporters.map(one => one.id) }), exitCodes.usage)
  await stopMarkedDocument(context, document)
  if (document.state().snapshot.size > SLOW_TO_WRITE) context.note(text('cli/writing', { format: exporter.label }))
  const { files, losses } = await exporter.write({ view: document.view(), wording: document.wording(), today: context.today })
  const [first] = files
  if (first === undefined) throw new CommandError('format-unknown', text('cli/format-unknown', { format, formats: [] }), exitCodes.usage)
  const path = out ?? `${baseName(document.path).replace(/\.jw$/u, '')}-${first.path}`
  const written = await context.store.writeNew(path, first.bytes, mayReplace)
  await context.record({ event: 'export', object: document.id, result: written.ok ? 'ok' : written.error.code })
  if (!written.ok) return failed(written.error, path, exitCodes.notSaved)
  const told = losses.map(loss => lossText(loss, document))
  return {
    json: { path, bytes: first.bytes.length, losses },
    text: [text('cli/exported', { path, size: Math.ceil(first.bytes.length / 1024) }), ...told].join('\n'),
  }
}

/** Fills a form of others with the elements it asks for by its headers, and leaves the rest of it as it was. */
export async function exportInto(
  context: Context,
  document: DocumentFile,
  form: string,
  { out, mayReplace, map }: Target & { readonly map: readonly string[] },
): Promise<Outcome> {
  await stopMarkedDocument(context, document)
  const source = await context.store.source(form)
  if (!source.ok) return failed(source.error, form, exitCodes.refused)
  const [file] = source.value
  const filled = fillForm(file ?? { name: form, bytes: new Uint8Array() }, {
    state: document.state(),
    view: document.view(),
    wording: document.wording(),
    map: mapOf(map),
  })
  if (!filled.ok) {
    const { code, values } = filled.error
    throw new CommandError(code, text(`import/${code}`, { file: form, ...values }) || code, exitCodes.refused)
  }
  const { bytes, tables } = filled.value
  const path = out ?? `${baseName(document.path).replace(/\.jw$/u, '')}-${baseName(form)}`
  const written = await context.store.writeNew(path, bytes, mayReplace)
  await context.record({ event: 'export', object: document.id, result: written.ok ? 'ok' : written.error.code })
  if (!written.ok) return failed(written.error, path, exitCodes.notSaved)
  const told = tables.map(({ sheet, kind, rows, there, left, cut }) => [
    text('cli/form-filled', { sheet, kind: kindLabel(kind), rows, there }),
    ...(left.length > 0 ? [text('cli/form-left', { columns: left })] : []),
    ...(cut > 0 ? [text('cli/form-cut', { count: cut })] : []),
  ])
  return {
    json: { path, bytes: bytes.length, losses: [], tables },
    text: [text('cli/exported', { path, size: Math.ceil(bytes.length / 1024) }), ...told.flat()].join('\n'),
  }
}
