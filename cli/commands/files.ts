import { describe } from '#model/compare/describe.ts'
import { diff as difference } from '#model/compare/diff.ts'
import { decode } from '#model/file/journal.ts'
import { kindOf, kinds } from '#model/kinds/index.ts'
import { applyDelta } from '#model/operations/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { referencesOf } from '#model/schema/references.ts'
import { writeValue } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { kindLabel } from '../output/describe.ts'
import { type DocumentFile, failed, openDocument } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { documentOf } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

/** What a document holds, in numbers. */
export function info(document: DocumentFile): Outcome {
  const { lookups, snapshot } = document.state()
  const counts = Object.fromEntries(kinds.flatMap(({ name }) => (lookups.countOf(name) > 0 ? [[name, lookups.countOf(name)]] : [])))
  let links = 0
  for (const element of snapshot.values()) {
    const kind = kindOf(element.kind)
    links += (kind ? referencesOf(kind, element).length : 0) + (element.owner === undefined ? 0 : 1)
  }
  const about = documentOf(document)
  const created = typeof about?.['createdOn'] === 'string' ? about['createdOn'] : null
  const json = {
    format: document.file?.manifest.format ?? 1,
    counts,
    links,
    bytes: document.bytes,
    created,
    versions: typeof about?.['version'] === 'string' ? [about['version']] : [],
  }
  const rows = Object.entries(counts).map(([kind, count]) => [kindLabel(kind), kind, String(count)])
  const head = text('cli/info', { name: about?.name ?? '', format: json.format, bytes: document.bytes, links, created: created ?? '—' })
  return {
    json,
    text: `${head}\n${table([{ title: text('cli/kind') }, { title: '' }, { title: text('cli/total'), align: 'right' }], rows)}`,
  }
}

/** What differs between two documents, by meaning. */
export async function compare(context: Context, first: string, second: string): Promise<Outcome> {
  const [a, b] = [await openDocument(context, first), await openDocument(context, second)]
  const { added, removed, changed, counts } = describe(difference(a.session.snapshot(), b.session.snapshot()))
  const json = { added, removed, changed: changed.map(one => ({ ...one, before: one.before ?? null, after: one.after ?? null })), counts }
  const rows = [
    ...added.map(one => ['+', kindLabel(one.kind), one.name, '', '', '']),
    ...removed.map(one => ['-', kindLabel(one.kind), one.name, '', '', '']),
    ...changed.map(one => {
      const kind = kindOf(one.kind)
      const field = kind && fieldOf(kind, one.field)
      return [
        '~',
        kindLabel(one.kind),
        one.name,
        field?.label ?? one.field,
        field ? writeValue(field, one.before, a.wording()) : JSON.stringify(one.before ?? ''),
        field ? writeValue(field, one.after, b.wording()) : JSON.stringify(one.after ?? ''),
      ]
    }),
  ]
  const columns = [
    { title: '' },
    { title: text('cli/kind') },
    { title: text('cli/name'), most: 40 },
    { title: text('cli/field') },
    { title: text('cli/before'), most: 36 },
    { title: text('cli/after'), most: 36 },
  ]
  return { json, text: `${table(columns, rows)}\n${text('cli/diff-counts', counts)}` }
}

/** Takes the last transaction back. Source: contracts C5.2. */
export async function undo(context: Context, document: DocumentFile): Promise<Outcome> {
  const last = await context.store.last(document.id, document.path, document.sha256 ?? '')
  if (!last.ok) return failed(last.error, document.path, exitCodes.usage)
  const delta = decode(last.value.payload, document.session.snapshot(), 'backwards')
  if (!delta.ok) return failed({ code: 'changed-otherwise' }, document.path, exitCodes.usage)
  document.run(applyDelta, { delta: delta.value })
  await document.save('document/undo', { undoes: last.value.id, mayShrink: true })
  const operation = text(`operation/${last.value.operation}`) || last.value.operation
  return {
    json: { undone: last.value.operation, elements: delta.value.size },
    text: text('cli/undone', { operation, count: delta.value.size }),
  }
}

/** Earlier versions put aside; `open` writes one beside the document. */
export async function backups(context: Context, document: DocumentFile, options: { readonly open?: string }): Promise<Outcome> {
  const known = await context.store.backups(document.id)
  if (!known.ok) return failed(known.error, document.path, exitCodes.refused)
  const rows = known.value.map((one, index) => ({
    number: index + 1,
    name: one.name,
    at: new Date(one.at).toISOString(),
    bytes: one.bytes,
  }))
  if (options.open === undefined) {
    const shown = rows.map(one => [String(one.number), one.at.replace('T', ' ').slice(0, 19), String(one.bytes)])
    return {
      json: { backups: rows },
      text:
        rows.length === 0
          ? text('cli/no-backups')
          : `${table([{ title: '#', align: 'right' }, { title: text('cli/at') }, { title: text('cli/bytes'), align: 'right' }], shown)}\n${text('cli/backup-hint')}`,
    }
  }
  const chosen = rows.find(one => String(one.number) === options.open || one.name === options.open)
  if (chosen === undefined) throw new CommandError('usage', text('cli/no-such-backup', { written: options.open }), exitCodes.usage)
  const bytes = await context.store.backup(document.id, chosen.name)
  if (!bytes.ok) return failed(bytes.error, chosen.name, exitCodes.refused)
  const path = document.path.replace(/(\.jw)?$/u, `-${chosen.at.slice(0, 19).replaceAll(':', '')}.jw`)
  const written = await context.store.writeNew(path, bytes.value, false)
  return written.ok ? { json: { path }, text: text('cli/backup-written', { path }) } : failed(written.error, path, exitCodes.notSaved)
}
