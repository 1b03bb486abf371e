import { fieldsWith } from '../rules/everywhere/texts.ts'
import type { Element } from '../schema/element.ts'
import { type SecretMark, secretMarkIn } from './secret-marks.ts'

/** A field that carries the mark of a state secret. */
export interface MarkedField {
  readonly element: Element
  readonly field: string
  readonly mark: string
}

/** The first field of each element that carries a mark; a field that lists several levels is about levels and carries none. */
export function* markedFields(elements: Iterable<Element>, others: readonly string[] = []): Generator<MarkedField> {
  for (const element of elements) {
    const found: { readonly field: string; readonly mark: SecretMark }[] = []
    fieldsWith(element, (text, field) => {
      const mark = secretMarkIn(text, others)
      if (mark) found.push({ field, mark })
      return false
    })
    const certain = found.find(
      ({ field, mark }) =>
        !mark.isBare || new Set(found.filter(one => one.field === field && one.mark.isBare).map(one => one.mark.text)).size === 1,
    )
    if (certain) yield { element, field: certain.field, mark: certain.mark.text }
  }
}
