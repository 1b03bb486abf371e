import { kindOf } from '#model/kinds/index.ts'
import type { View } from '#model/method/define-fact.ts'
import { refIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { type Wording, writeValue } from '#model/wording/index.ts'

/** Reads fields of elements the way people read them. */
export interface Reader {
  readonly view: View
  readonly wording: Wording
  /** The value of a declared field as a person reads it; empty where it is not filled. */
  readonly said: (element: Element | undefined, field: string) => string
  /** The element a field refers to. */
  readonly at: (element: Element | undefined, field: string) => Element | undefined
  /** Names of elements, joined. */
  readonly names: (ids: readonly ElementId[]) => string
}

export function readerOf(view: View, wording: Wording): Reader {
  return {
    view,
    wording,
    said(element, field) {
      const declared = element && kindOf(element.kind)?.fields[field]
      return declared ? writeValue(declared, element[field], wording) : ''
    },
    at: (element, field) => view.get(refIn(element, field) ?? ''),
    names: ids => ids.map(id => view.get(id)?.name ?? id).join('；'),
  }
}
