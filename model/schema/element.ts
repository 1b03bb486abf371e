import { z } from 'zod'
import { isStorable } from '../base/text.ts'

/** Random, never shown to a person, never used again. */
export type ElementId = string

const idForm = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/u

const LONGEST_ID = 64

export const ElementId = z.string().min(1).max(LONGEST_ID).regex(idForm)

/** Says what `ElementId` says, an order of magnitude faster: a document has three hundred thousand ids. */
export const isElementId = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_ID && idForm.test(value)

/** The longest text of a field, in UTF-16 code units. */
const LONGEST_TEXT = 100_000

/** Text as typed; never normalised, but free of what no office format can carry (reliability E2, T1). */
export const StoredText = z.string().max(LONGEST_TEXT).refine(isStorable, 'not-storable')

/** Says what `StoredText` says of text that is not empty and not longer than `longest`, an order of magnitude faster. */
export const isStoredText = (value: unknown, longest = LONGEST_TEXT): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= longest && isStorable(value)

/** A formula as typed, and beside it the element that each name in it means (contracts C4.4). */
export interface FormulaText {
  readonly text: string
  readonly refs?: readonly { readonly name: string; readonly id: ElementId }[]
}

/** A span of time as stated: `words` keeps the original («T+1», «≥15日»), value and unit what could be understood of it. */
export interface Duration {
  readonly value?: number
  readonly unit?: string
  readonly words?: string
}

/** One line of a small table inside an element, such as a value of a code list. */
export type Line = { readonly [column: string]: string | number | boolean | readonly string[] | undefined }

export type FieldValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Line[]
  | FormulaText
  | Duration
  | { readonly [key: string]: unknown }

/**
 * What every element has, and by index whatever its kind declares.
 * Empty fields are absent, never empty text or an empty list: absent means unknown.
 */
export interface Element {
  readonly id: ElementId
  readonly kind: string
  readonly name: string
  readonly code?: string
  readonly owner?: ElementId
  readonly order?: string
  readonly [field: string]: FieldValue | undefined
}
