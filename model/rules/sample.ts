import type { KindName } from '../kinds/index.ts'
import type { Element, FieldValue } from '../schema/element.ts'

/** Two small documents: one that a rule finds something in, one that it does not. */
export interface Sample {
  readonly bad: readonly Element[]
  readonly good: readonly Element[]
}

/** Samples by rule id. */
export type Samples = { readonly [rule: string]: Sample }

/** An element of a sample; its name is its id unless another is said. */
export const one = (kind: KindName, id: string, fields: { readonly [field: string]: FieldValue } = {}): Element => ({
  name: id,
  ...fields,
  id,
  kind,
})
