import type { Loss } from '#exports/define-exporter.ts'
import { kindOf } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import type { Opened } from '../opened.ts'

/** The sentence for something a format could not carry as it stands. */
export function lossText({ code, element, field, became }: Loss, opened: Opened): string {
  const lost = opened.get(element)
  const label = (lost && kindOf(lost.kind)?.fields[field]?.label) ?? field
  return text(`loss/${code}`, { name: lost?.name ?? element, field: label, became })
}
