import type { SourceFile } from '#imports/define-importer.ts'
import { marksInFiles } from '#imports/secret-marks.ts'
import { markedFields } from '#model/analysis/marked-fields.ts'
import { kindOf } from '#model/kinds/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import type { DocumentFile } from '../document-file.ts'
import { titleOf } from '../output/describe.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError } from '../output/outcome.ts'

/** Stops when a source carries marks of state secrets: nothing is written and nothing removed. Source: reliability G1. */
export async function stopMarkedSource(context: Context, document: string, files: readonly SourceFile[]): Promise<void> {
  const { enabled, words } = context.administration.secretMarks
  const places = enabled ? marksInFiles(files, words) : []
  const [first] = places
  if (first === undefined) return
  const where = text(first.sheet === '' ? 'import/in-name' : first.row === 0 ? 'import/in-sheet' : 'import/in-row', { ...first })
  await stop(context, document, text('import/secret-mark', { where, mark: first.mark, count: places.length }))
}

/** Stops when a document that is to go out carries such marks. */
export async function stopMarkedDocument(context: Context, document: DocumentFile): Promise<void> {
  const { enabled, words } = context.administration.secretMarks
  if (!enabled) return
  for (const { element, field, mark } of markedFields(document.state().snapshot.values(), words)) {
    const kind = kindOf(element.kind)
    const label = field === 'name' ? text('cli/name') : ((kind && fieldOf(kind, field)?.label) ?? field)
    await stop(context, document.id, text('export/secret-mark', { name: titleOf(element), field: label, mark }))
  }
}

async function stop(context: Context, document: string, said: string): Promise<never> {
  await context.record({ event: 'refused', object: document, result: 'secret-mark' })
  throw new CommandError('secret-mark', `${said}${context.administration.secretMarks.sentence}`, exitCodes.refused)
}
