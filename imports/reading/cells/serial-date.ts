import type { Shown } from './date-format.ts'

const DAY = 86_400

/** Days after which a date has five digits of year. */
const LAST = 2_958_466

const two = (value: number): string => String(value).padStart(2, '0')

const time = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/**
 * A serial as a date, without time zone; with a time only where there is one, and alone below one day. The 1900 system counts
 * a 29 February 1900 that never was, and so is shown. Undefined when it is out of range. Source: ECMA-376 part 1, 18.17.4.1.
 */
export function serialText(serial: number, shown: Exclude<Shown, 'number'>, uses1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < LAST)) return undefined
  const seconds = Math.round(serial * DAY)
  if (shown === 'duration' || (seconds < DAY && !uses1904)) return time(seconds)
  const days = Math.floor(seconds / DAY)
  const date = !uses1904 && days === 60 ? '1900-02-29' : dayText(days, uses1904)
  return seconds % DAY === 0 ? date : `${date}T${time(seconds % DAY)}`
}

function dayText(days: number, uses1904: boolean): string {
  const base = uses1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  return new Date(base + days * DAY * 1000).toISOString().slice(0, 10)
}

/** A date that a file writes out, in the same form: no zero time, no fraction of a second, no zone. */
export function isoText(written: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}(?::\d{2})?)?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/u.exec(written.trim())
  const [, date, clock] = match ?? []
  const full = clock?.length === 5 ? `${clock}:00` : clock
  if (date === undefined) return full
  return full === undefined || full === '00:00:00' ? date : `${date}T${full}`
}
