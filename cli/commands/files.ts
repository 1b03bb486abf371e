import { describe } from '#model/compare/describe.ts'
import { diff as difference } from '#model/compare/diff.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import type { Change, Delta } from '#model/document/delta.ts'
import { decode } from '#model/file/journal.ts'
import { kindOf, kinds } from '#model/kinds/index.ts'
import { applyDelta } from '#model/operations/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { referencesOf } from '#model/schema/references.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { writeValue } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { kindLabel } from '../output/describe.ts'
import { type DocumentFile, failed, newDocument, openDocument } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { documentOf } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

/** A document from a template; never over a file that is there. */
export async function create(
  context: Context,
  path: string,
  options: { readonly template: string; readonly name?: string },
): Promise<Outcome> {
  const json = await context.template(options.template)
  if (json === undefined)
    throw new CommandError(
      'template-unknown',
      text('cli/template-unknown', { name: options.template, templates: await context.templates() }),
      exitCodes.usage,
    )
  const { elements } = JSON.parse(json) as { readonly elements: readonly Element[] }
  const document = newDocument(context, path)
  const named = elements.map(one =>
    one.kind === 'document'
      ? {
          ...one,
          id: context.newId(),
          name: options.name ?? one.name,
          ...(one['createdOn'] === undefined ? { createdOn: context.today } : {}),
        }
      : one,
  )
  const delta: Delta = new Map(Array.from(snapshotOf(named), ([id, element]): readonly [ElementId, Change] => [id, [undefined, element]]))
  document.run(applyDelta, { delta })
  await document.save('document/new')
  return {
    json: { path, template: options.template, elements: elements.length },
    text: text('cli/created', { path, template: options.template, count: elements.length }),
  }
}

/** Templates with what they are for. */
export async function templates(context: Context): Promise<Outcome> {
  const names = await context.templates()
  const all = await Promise.all(
    names.map(async name => {
      const { title, purpose, illustrative, elements } = JSON.parse((await context.template(name)) ?? '{}') as {
        title?: string
        purpose?: string
        illustrative?: boolean
        elements?: readonly unknown[]
      }
      return { name, title: title ?? name, purpose: purpose ?? '', illustrative: illustrative ?? false, elements: elements?.length ?? 0 }
    }),
  )
  const rows = all.map(one => [one.name, one.title, String(one.elements), one.purpose])
  return {
    json: { templates: all },
    text: table(
      [
        { title: text('cli/name') },
        { title: text('cli/title'), most: 46 },
        { title: text('cli/elements'), align: 'right' },
        { title: text('cli/purpose'), most: 60 },
      ],
      rows,
    ),
  }
}

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
