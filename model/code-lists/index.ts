import { compareKey } from '../base/text.ts'
import lists from './lists.json' with { type: 'json' }

/** One value of a code list: what is stored, what people read, the numeric or letter code of the standard, other wordings. */
export interface CodeValue {
  readonly value: string
  readonly label: string
  readonly code: string
  readonly aliases?: readonly string[]
}

/** A national, provincial or own list, with where it comes from and how sure that is. Lists are open: documents add to them. */
export interface CodeList {
  readonly id: string
  readonly label: string
  readonly source: string
  /** 高, 中高, 中, 低: read in a primary copy … known from memory; 建议: ours. */
  readonly confidence: string
  readonly note?: string
  readonly values: readonly CodeValue[]
}

export const codeLists: readonly CodeList[] = lists

const byId = new Map(codeLists.map(list => [list.id, list] as const))

export const codeListOf = (id: string): CodeList | undefined => byId.get(id)

const labels = new Map(codeLists.map(list => [list.id, new Map(list.values.map(one => [one.value, one.label] as const))] as const))

/** What people read for a stored value; the value itself where the list does not have it. */
export const labelOf = (list: string, value: string): string => labels.get(list)?.get(value) ?? value

const understood = new Map<string, ReadonlyMap<string, string>>()

/** Every wording of a list to its stored value; a label wins over a code, since codes repeat between platforms. Source: contracts C9.1. */
function wordingsOf(list: CodeList): ReadonlyMap<string, string> {
  const known = understood.get(list.id)
  if (known) return known
  const wordings = new Map<string, string>()
  const add = (written: string, value: string): void => {
    for (const key of keysOf(written)) if (!wordings.has(key)) wordings.set(key, value)
  }
  for (const { value } of list.values) add(value, value)
  for (const { value, label } of list.values) add(label, value)
  for (const { value, aliases } of list.values) for (const alias of aliases ?? []) add(alias, value)
  for (const { value, code } of list.values) add(code, value)
  understood.set(list.id, wordings)
  return wordings
}

/** The key of a wording, and without what stands in brackets; numbers also without leading zeros. */
function keysOf(written: string): readonly string[] {
  const key = compareKey(written)
  const bare = key.replaceAll(/[([].*?[)\]]/gu, '').trim()
  return [...new Set([key, bare, key.replace(/^0+(?=\d)/u, '')])].filter(one => one !== '')
}

/** A label with its code before or behind it, as sheets show choices: `01 行政许可`, `C-字符型`, `县级4`. */
function withoutCode(written: string): string | undefined {
  const match = /^[\da-z]{0,12}[\s.、:_-]*(\p{Script=Han}.*?)[\s.、:_-]*[\da-z]{0,12}$/u.exec(compareKey(written))
  return match?.[1]
}

/** The stored value for a value, label, other wording or code as anybody writes it; undefined when the list has none such. */
export function understand(list: string, written: string): string | undefined {
  const found = byId.get(list)
  if (found === undefined) return undefined
  const wordings = wordingsOf(found)
  for (const key of [...keysOf(written), ...keysOf(withoutCode(written) ?? '')]) {
    const value = wordings.get(key)
    if (value !== undefined) return value
  }
  return undefined
}
