import { codeUnitCompare, compareKey } from '../../base/text.ts'
import { type Entry, groupedIndex } from '../../derive/grouped.ts'
import { foldName } from '../../derive/search/fold-name.ts'
import { syllablesOf } from '../../derive/search/syllables.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { membersIn, textIn } from '../reading.ts'

/** What two elements can have in common that makes them suspicious. */
export type KeySort = 'name' | 'pinyin' | 'code' | 'synonym' | 'identifier' | 'english'

/** Kinds that say something once. A step or a sharing entry may be called like another. */
export const comparedKinds = [
  'organisation',
  'post',
  'system',
  'component',
  'basis',
  'coreBusiness',
  'module',
  'unit',
  'item',
  'material',
  'flow',
  'indicator',
  'dataItem',
  'resource',
  'service',
  'scene',
  'majorTask',
  'demand',
  'reform',
  'term',
] as const

const compared: ReadonlySet<string> = new Set(comparedKinds)

/** Kinds whose names need only differ below one owner: every core business may have its 综合管理. */
const local: ReadonlySet<string> = new Set(['post', 'module', 'unit', 'basis'])

/** Shorter names sound alike by chance (登记, 等级). */
const SHORTEST_READING = 3

const han = /\p{Script=Han}/gu

const keyOf = (sort: KeySort, kind: string, value: string): string => `${sort}\u0000${kind}\u0000${value}`

/** Sort and kind that a key was made of, and the rest of it. */
export function partsOfKey(key: string): { readonly sort: string; readonly kind: string; readonly value: string } {
  const [sort = '', kind = '', ...rest] = key.split('\u0000')
  return { sort, kind, value: rest.join('\u0000') }
}

/** Whether a key stands for a synonym, which one element bears and another may be called. */
export const isSynonymKey = (key: string): boolean => key.startsWith('synonym\u0000')

/** The key under which data items of a folded name stand. */
export const nameKeyOf = (kind: string, fold: string): string => keyOf('name', kind, fold)

/** Everything under which an element may meet another; from the element alone, so that an edit touches only its own keys. */
export function keysOf(element: Element): readonly Entry<ElementId>[] {
  const { id, kind, code } = element
  if (!compared.has(kind)) return []
  const keys = new Set<string>()
  const scope = local.has(kind) ? `${element.owner ?? ''}\u0000` : ''
  const fold = foldName(element.name)
  if (fold !== '') keys.add(keyOf('name', kind, scope + fold))
  if ((fold.match(han)?.length ?? 0) >= SHORTEST_READING) keys.add(keyOf('pinyin', kind, scope + syllablesOf(fold).join(' ')))
  if (code !== undefined) keys.add(keyOf('code', kind, compareKey(code)))
  const english = foldName(textIn(element, 'english'))
  if (english !== '') keys.add(keyOf('english', kind, scope + english))
  if (kind === 'dataItem' && textIn(element, 'identifier') !== '')
    keys.add(keyOf('identifier', kind, compareKey(textIn(element, 'identifier'))))
  for (const synonym of membersIn(element, 'synonyms')) {
    const other = foldName(synonym)
    if (other !== '' && other !== fold) keys.add(keyOf('synonym', kind, other))
  }
  return Array.from(keys, key => ({ key, entry: id }))
}

/** Elements by what they may have in common, kept up to date by deltas. */
export const duplicateKeys = groupedIndex('duplicate-keys', keysOf, codeUnitCompare)
