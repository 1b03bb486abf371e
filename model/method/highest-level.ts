import type { Element } from '../schema/element.ts'
import type { Lookups } from '../document/lookups.ts'

/** Grades of data from the least to the most sensitive. Source: GB/T 43697—2024 and the provincial guides that name L1 to L4. */
const grades: readonly string[] = ['L1', 'L2', 'L3', 'L4']

/** Kinds whose elements are graded. */
const graded = ['dataItem', 'resource'] as const

const gradeOf = (element: Element | undefined): number => grades.findIndex(grade => grade === element?.['securityLevel'])

/** The highest grade of anything a document describes; undefined where nothing is graded. Source: reliability G2. */
export function highestLevel(lookups: Lookups, get: (id: string) => Element | undefined): string | undefined {
  let highest = -1
  for (const kind of graded) for (const id of lookups.allOf(kind)) highest = Math.max(highest, gradeOf(get(id)))
  return grades[highest]
}
