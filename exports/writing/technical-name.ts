import { strToU8 } from 'fflate'
import { sha256 } from '#model/base/hash.ts'
import { syllablesOf } from '#model/derive/search/syllables.ts'

/** A name that programs take: as in JSON and in a database. Both are ASCII letters, digits and `_`, and begin with a letter. */
export interface TechnicalName {
  /** `creditCode`. */
  readonly json: string
  /** `credit_code`, at most 63 bytes. Source: PostgreSQL, 4.1.1. */
  readonly sql: string
}

/** Bytes of a PostgreSQL identifier; what is longer would be cut without a word. */
const LONGEST = 63

/** Names Windows keeps for devices: a file may not be called so, and tables and resources give files their names. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

/** The name a text gives: as it stands where programs take it, else made of its words, Chinese as pinyin. Undefined without any. */
export function technicalName(text: string, id: string): TechnicalName | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  const first = words[0] ?? ''
  const usable = /^\d/u.test(first) || (words.length === 1 && device.test(first)) ? ['n', ...words] : words
  const sql = fitting(usable.join('_'), id)
  const isPlain = /^[A-Za-z][A-Za-z0-9_]*$/u.test(text) && !device.test(text.toLowerCase())
  return { sql, json: fitting(isPlain ? text : camel(usable), id) }
}

/** What stands in where a text has no words at all, such as a name of nothing but signs. */
export const namelessName = (id: string): TechnicalName => ({ json: `n${shortHash(id)}`, sql: `n${shortHash(id)}` })

/** The name with a suffix that depends on the element only, for names that are taken. */
export function distinctName({ json, sql }: TechnicalName, id: string, length: number): TechnicalName {
  const suffix = `_${shortHash(id, length)}`
  const most = LONGEST - suffix.length
  return { json: json.slice(0, most) + suffix, sql: sql.slice(0, most) + suffix }
}

const shortHash = (text: string, length = 8): string => sha256(strToU8(text)).slice(0, length)

const fitting = (name: string, id: string): string =>
  name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 9).replace(/_$/u, '')}_${shortHash(id)}`

const camel = ([first = '', ...rest]: readonly string[]): string =>
  first + rest.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')

/** Lower-case ASCII words: `creditCode` has two, `资产编号` has four. */
function wordsOf(text: string): string[] {
  return (text.normalize('NFKC').match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap(run =>
    /\p{Script=Han}/u.test(run) ? syllablesOf(run).filter(one => /^[a-z]+$/u.test(one)) : latinWords(run),
  )
}

function latinWords(run: string): string[] {
  const plain = run.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const parted = plain.replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
  return (parted.match(/[A-Za-z0-9]+/gu) ?? []).map(word => word.toLowerCase())
}
