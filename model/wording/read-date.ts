import { compareKey } from '../base/text.ts'

/** Days from the base date of Excel's 1900 system, which counts a 29 February 1900 that never was. */
const SERIAL_BASE = Date.UTC(1899, 11, 30)

const DAY = 86_400_000

const patterns: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?z?)?$/u,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
]

/** A business date typed in any of the usual ways, or an Excel serial, as `YYYY-MM-DD`; undefined when it is no date. */
export function readDate(written: string): string | undefined {
  const text = compareKey(written)
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  return /^\d{5}(?:\.0+)?$/u.test(text) ? fromSerial(Number(text)) : undefined
}

function fromSerial(serial: number): string {
  return new Date(SERIAL_BASE + serial * DAY).toISOString().slice(0, 10)
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
