import { duplicates as duplicatesIn } from '#model/method/duplicates.ts'
import { text } from '#words/index.ts'
import { kindLabel, titleOf } from '../output/describe.ts'
import type { Opened } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

/** Elements that are probably one: same or near names, codes, synonyms, one datum from two sources. */
export function duplicates(opened: Opened): Outcome {
  const groups = duplicatesIn(opened.view())
  const rows = groups.map(({ kind, reason, score, elements }) => [
    kindLabel(kind),
    text(`duplicate/${reason}`) || reason,
    score.toFixed(2),
    elements
      .map(id => opened.get(id))
      .map(element => (element ? titleOf(element) : ''))
      .join('；'),
  ])
  return {
    json: { groups },
    text: `${table([{ title: text('cli/kind') }, { title: text('cli/reason') }, { title: text('cli/score'), align: 'right' }, { title: text('cli/elements'), most: 100 }], rows)}\n${text('cli/duplicate-count', { count: groups.length })}`,
  }
}
