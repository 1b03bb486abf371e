import { compareKey } from '../base/text.ts'
import type { Duration } from '../schema/element.ts'

/** Words for units of time, first the one we write. */
const units: readonly (readonly [unit: string, words: readonly string[]])[] = [
  ['workday', ['工作日', '个工作日']],
  ['calendarDay', ['日', '天', '自然日', '个自然日']],
  ['month', ['月', '个月']],
  ['year', ['年']],
  ['hour', ['小时', '个小时']],
  ['minute', ['分钟']],
  ['week', ['周', '星期']],
]

const wordOf = (unit: string): string => units.find(([name]) => name === unit)?.[1][0] ?? unit

function unitOf(word: string): string | undefined {
  return units.find(([name, words]) => name === word || words.includes(word))?.[0]
}

/** A bound in front of a number means the number all the same; the words keep the bound. */
const bounded = /^(?:≥|≤|>|<|=|不超过|不少于|不得少于|至少|最多)?\s*(\d+(?:\.\d+)?)\s*([\p{L}]+)(?:内|以内)?$/u

/** Understands `5工作日`, `≥15日`, `7个工作日内`; anything else stays words, such as `T+1`. */
export function readDuration(written: string): Duration {
  const stated = /^(.*)（([^（）]*)）$/su.exec(written)
  const outer = stated?.[1] === undefined || stated[2] === undefined ? undefined : plainDuration(stated[2])
  if (outer?.unit !== undefined && stated?.[1]) return { value: outer.value ?? 0, unit: outer.unit, words: stated[1] }
  return plainDuration(written)
}

function plainDuration(written: string): Duration {
  const match = bounded.exec(compareKey(written))
  const unit = match?.[2] === undefined ? undefined : unitOf(match[2].replace(/(?:以内|内)$/u, ''))
  if (match?.[1] === undefined || unit === undefined) return { words: written }
  const value = Number(match[1])
  return `${value}${wordOf(unit)}` === written ? { value, unit } : { value, unit, words: written }
}

/** The words where there are some; what they alone do not say follows in brackets, so that reading gives the same again. */
export function writeDuration({ value, unit, words }: Duration): string {
  const exact = value === undefined ? '' : `${value}${wordOf(unit ?? '')}`
  if (words === undefined) return exact
  const understood = plainDuration(words)
  if (understood.value === value && understood.unit === unit) return words
  return exact === '' ? words : `${words}（${exact}）`
}
