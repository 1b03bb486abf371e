import { readFileSync } from 'node:fs'

const lists = new Map(
  JSON.parse(readFileSync(new URL('../../model/code-lists/lists.json', import.meta.url), 'utf8')).map(list => [list.id, list.values]),
)

/** The stored value for a wording, label or code of a list; throws when the list has none such. */
export function coded(list, written) {
  if (written === null || written === undefined || written === '') return undefined
  const found = lists.get(list).find(one => [one.value, one.label, one.code, ...(one.aliases ?? [])].includes(String(written)))
  if (!found) throw new Error(`${list} has no ${written}`)
  return found.value
}

/** A stored set: sorted, without doubles. */
export const set = members => [...new Set(members)].sort()

/** The key of the place among siblings. */
export const order = index =>
  index < 62 ? `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index]}` : `b${String(index).padStart(2, '0')}`

/** A span of time from an object, from `5工作日` or, where it is neither, in its own words. */
export const limit = written => {
  if (written === null || written === undefined) return undefined
  if (typeof written === 'object') return { value: written.value, unit: written.unit }
  const units = { 工作日: 'workday', 日: 'calendarDay' }
  const match = /^(≥)?(\d+)(工作日|日)$/.exec(written)
  if (!match) return { words: written }
  return { value: Number(match[2]), unit: units[match[3]], ...(match[1] ? { words: written } : {}) }
}

/** Without empty fields, as documents store elements. */
export function tidy(element) {
  const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(element).filter(([key, value]) => key === 'name' || !isEmpty(value)))
}
