import { renumber } from '#model/operations/renumber.ts'
import { text } from '#words/index.ts'
import { kindLabel } from '../output/describe.ts'
import type { DocumentFile } from '../document-file.ts'
import { elementOf } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { kindNamed } from './list.ts'

/** Gives codes by scheme and shows the mapping of old to new; ids and references stay. */
export async function renumberAll(
  document: DocumentFile,
  options: { readonly kind?: string; readonly under?: string; readonly onlyMissing: boolean },
): Promise<Outcome> {
  const changed = document.run(renumber, {
    ...(options.kind === undefined ? {} : { kinds: [kindNamed(options.kind)] }),
    ...(options.under === undefined ? {} : { under: elementOf(document, options.under).id }),
    onlyMissing: options.onlyMissing,
  })
  await document.save('document/renumber')
  const rows = changed.map(one => [kindLabel(one.kind), one.name, one.before ?? '', one.after])
  return {
    json: { changed: changed.map(one => ({ ...one, before: one.before ?? null })) },
    text: `${table([{ title: text('cli/kind') }, { title: text('cli/name'), most: 44 }, { title: text('cli/before') }, { title: text('cli/after') }], rows)}\n${text('cli/renumbered', { count: changed.length })}`,
  }
}
