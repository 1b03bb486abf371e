import { text } from '#words/index.ts'
import type { OpenDocument } from '../session/open-document.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Saves, and keeps the sentence where that could not be done. Does nothing where there is no file. */
export async function saveDocument({ save, fileName }: OpenDocument): Promise<void> {
  if (save === undefined) return
  const { say } = useWorkbench.getState()
  say('')
  const outcome = await save()
  if (outcome.ok) return
  const { code, ...values } = outcome.error
  const shown = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] !== 'object'))
  say(text(`problem/${code}`, { holder: text('problem/someone'), ...shown, file: fileName }) || code)
}
