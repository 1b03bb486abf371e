import { plainNumber } from '#model/wording/index.ts'

/** Digits that a spreadsheet keeps of a number; the rest is noise of its binary form. */
const DIGITS = 15

/**
 * A stored number as a person would type it: `201312142.0` is `201312142`, `0.30000000000000004` is `0.3`. Whole numbers
 * that a producer wrote out are kept, however long. Undefined when it is no number.
 */
export function numberText(written: string): string | undefined {
  if (/^-?[1-9]\d*$/u.test(written)) return written
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return undefined
  if (written.length <= DIGITS && String(value) === written) return written
  return value === 0 ? '0' : plainNumber(Number(value.toPrecision(DIGITS)))
}

/** Whether a number has more digits than a spreadsheet keeps: codes stored as numbers have lost their end. */
export const isTooLongForNumber = (text: string): boolean => text.length > DIGITS && /^-?\d{16,}$/u.test(text)
