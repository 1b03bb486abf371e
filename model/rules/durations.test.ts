import { expect, test } from 'vitest'
import { hoursIn, inDays } from './durations.ts'

test.each([
  [{ value: 5, unit: 'workday' }, 168],
  [{ value: 7, unit: 'calendarDay' }, 168],
  [{ value: 30, unit: 'minute' }, 0.5],
  [{ value: 15, unit: 'calendarDay', words: '≥15日' }, 360],
  [{ words: 'T+1' }, undefined],
  [{ value: 3, unit: 'fortnight' }, undefined],
  [undefined, undefined],
])('%j is %s hours', (duration, hours) => expect(hoursIn(duration)).toBe(hours))

test('days with one decimal', () => expect([inDays(168), inDays(100), inDays(0)]).toStrictEqual(['7', '4.2', '0']))
