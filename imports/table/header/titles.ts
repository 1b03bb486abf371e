import { simplified } from '#model/base/scripts.ts'
import { compareKey } from '#model/base/text.ts'
import { kindOf } from '#model/kinds/index.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import { synonyms } from './synonyms.ts'

/** Stands between the upper and the lower title of a column, in what is printed too. */
export const between = ' / '

/** What headers are compared by: no blanks, marks or brackets, and one word for what people call by two. */
export const headerKey = (text: string): string =>
  simplified(compareKey(text))
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('代码', '编码')
    .replaceAll('期限', '时限')

const brackets = /[(（[【<《].*?[)）\]】>》]/gu

/** Keys of a title from the surest to the loosest: `办理时限 / 法定` and `时限（法定）` are 法定时限 before they are 时限. */
export function titleKeys(title: string): readonly string[] {
  const bare = headerKey(title.replaceAll(brackets, ''))
  const inside = headerKey((title.match(brackets) ?? []).join(''))
  const parts = title.split(/[/|]/u).map(part => headerKey(part.replaceAll(brackets, '')))
  const upper = parts.slice(0, -1).join('')
  const lower = parts.at(-1) ?? ''
  const keys = [headerKey(title), inside + bare, bare + inside, bare, upper + lower, lower + upper, lower, upper]
  return [...new Set(keys)].filter(key => key !== '')
}

/** Loosest of all: without a number in front, without what is said of any column. */
const loosened = (key: string): readonly string[] => {
  const plain = key.replace(/^\d+(?=\p{L})/u, '').replace(/^(?:所属|本级|具体|请填写|填写)/u, '')
  return [plain, plain.replace(/(?:名称|全称|信息|情况|必填|选填|填写)+$/u, ''), `${plain}名称`]
}

const known = new Map<string, ReadonlyMap<string, string>>()

/** Header keys of a kind: names and labels of its fields, and the words others use for them, which win. */
export function wordsFor(kind: string): ReadonlyMap<string, string> {
  const found = known.get(kind)
  if (found) return found
  const words = new Map<string, string>()
  const declared = Object.entries({ ...commonFields, ...kindOf(kind)?.fields })
  for (const [field] of declared) words.set(headerKey(field), field)
  for (const [field, { label }] of declared) words.set(headerKey(label), field)
  const { label } = kindOf(kind) ?? {}
  if (label !== undefined) for (const title of [label, `${label}名称`]) words.set(headerKey(title), 'name')
  for (const [field, texts] of Object.entries(synonyms[kind] ?? {}))
    for (const text of texts.flatMap(line => line.split(' '))) words.set(headerKey(text), field)
  known.set(kind, words)
  return words
}

/** What a title was taken for, and how sure that is: 0 is surest. */
export interface Guess {
  readonly field: string
  readonly rank: number
}

/** A title is looked up by its keys, then loosened, then by the known word it ends with. */
export function guessField(title: string, words: ReadonlyMap<string, string>): Guess | undefined {
  const keys = titleKeys(title)
  for (const [rank, key] of keys.entries()) {
    const field = words.get(key)
    if (field !== undefined && !(rank > 0 && key !== keys[0] && isVague(field, title, key))) return { field, rank }
  }
  for (const key of keys.flatMap(loosened)) {
    const field = words.get(key)
    if (field !== undefined && !isVague(field, title, key)) return { field, rank: 20 }
  }
  for (const key of keys)
    for (let from = 1; from <= key.length - 4; from++) {
      const field = words.get(key.slice(from))
      if (field !== undefined && !/(?:配合|协办|监督|上级|原)/u.test(key)) return { field, rank: 30 + from }
    }
  return undefined
}

/** The upper of two titles alone never names the elements: `事项 / 备案号` is no name. */
const isVague = (field: string, title: string, key: string): boolean =>
  field === 'name' && title.includes(between) && headerKey(title.split(between)[0] ?? '') === key
