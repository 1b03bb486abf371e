import type { Duration } from '../schema/element.ts'

/** Five workdays are a week. */
const WORKDAY = (24 * 7) / 5

const hours: { readonly [unit: string]: number } = {
  minute: 1 / 60,
  hour: 1,
  workday: WORKDAY,
  calendarDay: 24,
  week: 24 * 7,
  month: 24 * 30,
  year: 24 * 365,
}

/** A span of time in hours, for comparing; undefined where only words are known («T+1»). */
export function hoursIn(duration: Duration | undefined): number | undefined {
  if (duration?.value === undefined) return undefined
  const unit = hours[duration.unit ?? '']
  return unit === undefined ? undefined : duration.value * unit
}

/** Hours as days, for a sentence. */
export const inDays = (span: number): string => String(Math.round((span / 24) * 10) / 10)
