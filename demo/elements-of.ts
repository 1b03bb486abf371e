import { tidy } from '#model/document/draft.ts'
import type { Element } from '#model/schema/element.ts'
import { castFor } from './cast.ts'
import { leftLeg } from './left-leg.ts'
import { rightLeg } from './right-leg.ts'

/** Sizes of documents, in elements: one bureau, one county, what we design for, a province's catalogue. */
export const sizes = { S: 3_000, M: 50_000, L: 100_000, XL: 1_000_000 } as const

export type SizeName = keyof typeof sizes

/** The elements of a whole document of that many; the same seed gives the same. */
export function elementsOf(size: number, seed = 1): Element[] {
  const cast = castFor(size, seed)
  return [...leftLeg(cast), ...rightLeg(cast)].map(tidy)
}
