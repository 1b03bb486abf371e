import type { ElementId } from '../schema/element.ts'

/** A value of a code list as people see it. */
export interface Labelled {
  readonly value: string
  readonly label: string
}

/** What values mean in one document: its elements by name and code, and code lists with what users added. */
export interface Wording {
  readonly nameOf: (id: ElementId) => { readonly name: string; readonly code?: string } | undefined
  readonly resolve: (written: string, kinds: readonly string[]) => readonly ElementId[]
  readonly labelOf: (list: string, value: string) => string
  /** The stored value for a label, a code or another wording of it; undefined when the list has none such. */
  readonly valueOf: (list: string, written: string) => string | undefined
  readonly labelsOf: (list: string) => readonly Labelled[]
}
