import { codeUnitCompare } from '../base/text.ts'
import type { Groups } from '../derive/grouped.ts'
import { foldName } from '../derive/search/fold-name.ts'
import { elementKey } from '../derive/search/natural-key.ts'
import type { Element, ElementId } from '../schema/element.ts'
import type { GraphView } from './graph.ts'
import { refIn } from './reading.ts'
import type { DuplicateGroup, DuplicateReason } from './similar/duplicate-group.ts'
import { comparedKinds, isSynonymKey, keysOf, nameKeyOf, partsOfKey } from './similar/duplicate-keys.ts'
import { nearDuplicates } from './similar/near-duplicates.ts'
import { preferredName, termsOf } from './similar/preferred-names.ts'

export interface DuplicateOptions {
  /** Kinds to look at; all that say something once by default. */
  readonly kinds?: readonly string[]
  /** Share of common letter pairs from which names are near. */
  readonly threshold?: number
  /** The value of `duplicateKeys`, where somebody keeps it up to date. */
  readonly keys?: Groups<ElementId>
}

const NEAR = 0.75

/**
 * Groups of elements that may be one and the same, surest first. One pair can stand in several groups, once for each reason.
 * Source: features F10, F50.
 */
export function duplicates(view: GraphView, { kinds = comparedKinds, threshold = NEAR, keys }: DuplicateOptions = {}): DuplicateGroup[] {
  const names = foldedNames(view, kinds)
  const groups = keys ?? keysFrom(names.keys(), view)
  const found: DuplicateGroup[] = []
  for (const [key, ids] of groups) {
    if (ids.length < 2 && !isSynonymKey(key)) continue
    const { kind, sort, value } = partsOfKey(key)
    if (!kinds.includes(kind)) continue
    const members = sort === 'synonym' ? [...ids, ...(groups.get(nameKeyOf(kind, value)) ?? [])] : ids
    found.push(...judged(sort, kind, existing(members, view), names))
  }
  found.push(...twoNames(names, view), ...nearDuplicates(names, kinds, threshold, view))
  return inOrder(found, view)
}

/** What the exact part needs of an index of keys. */
type KeyGroups = Iterable<readonly [string, readonly ElementId[]]> & { readonly get: (key: string) => readonly ElementId[] | undefined }

function keysFrom(ids: Iterable<ElementId>, view: GraphView): KeyGroups {
  const groups = new Map<string, ElementId[]>()
  for (const id of ids) {
    const element = view.get(id)
    for (const { key } of element ? keysOf(element) : []) {
      const known = groups.get(key)
      if (known) known.push(id)
      else groups.set(key, [id])
    }
  }
  return groups
}

/** Folded names of the elements looked at. */
function foldedNames(view: GraphView, kinds: readonly string[]): ReadonlyMap<ElementId, string> {
  const names = new Map<ElementId, string>()
  for (const kind of kinds) for (const id of view.lookups.allOf(kind)) names.set(id, foldName(view.get(id)?.name ?? ''))
  return names
}

const existing = (ids: readonly ElementId[], view: GraphView): Element[] =>
  [...new Set(ids)].map(view.get).filter(element => element !== undefined)

/** How sure a meeting in a key is, and what it says. Two names that fold alike are found as `sameName` already. */
const judgements: {
  readonly [sort: string]: { readonly reason: DuplicateReason; readonly score: number; readonly names: 'any' | 'different' }
} = {
  name: { reason: 'sameName', score: 1, names: 'any' },
  code: { reason: 'sameCode', score: 1, names: 'any' },
  synonym: { reason: 'synonym', score: 0.95, names: 'different' },
  identifier: { reason: 'twoNames', score: 0.95, names: 'different' },
  pinyin: { reason: 'samePinyin', score: 0.9, names: 'different' },
  english: { reason: 'twoNames', score: 0.85, names: 'different' },
}

/** Items of one name in several departments may well be two. */
const ACROSS = 0.8

/** Keys that say that data items are one datum, whose authoritative resource must then be one (一数一源). */
const oneDatum: ReadonlySet<string> = new Set(['name', 'synonym', 'identifier'])

function* judged(
  sort: string,
  kind: string,
  elements: readonly Element[],
  names: ReadonlyMap<ElementId, string>,
): Iterable<DuplicateGroup> {
  const judgement = judgements[sort]
  if (judgement === undefined || elements.length < 2) return
  const ids = elements.map(element => element.id)
  const differ = new Set(ids.map(id => names.get(id))).size > 1
  if (judgement.names === 'any' || differ) {
    const leads = new Set(elements.map(element => refIn(element, 'lead')))
    const isAcross = sort === 'name' && kind === 'item' && leads.size > 1
    yield { kind, reason: judgement.reason, score: isAcross ? ACROSS : judgement.score, elements: ids }
  }
  if (kind !== 'dataItem' || !oneDatum.has(sort)) return
  const sourced = elements.filter(element => refIn(element, 'resource') !== undefined)
  if (new Set(sourced.map(element => refIn(element, 'resource'))).size > 1)
    yield { kind, reason: 'twoSources', score: 1, elements: sourced.map(element => element.id) }
}

/** How sure it is that names are one once terms replace their synonyms. */
const BY_TERMS = 0.9

function twoNames(names: ReadonlyMap<ElementId, string>, view: GraphView): DuplicateGroup[] {
  const terms = termsOf(view)
  if (terms.size === 0) return []
  const groups = new Map<string, { readonly kind: string; readonly folds: Set<string>; readonly elements: ElementId[] }>()
  for (const [id, fold] of names) {
    const kind = view.get(id)?.kind ?? ''
    if (kind === 'term' || fold === '') continue
    const key = `${kind}\u0000${preferredName(fold, terms)}`
    const group = groups.get(key) ?? { kind, folds: new Set(), elements: [] }
    groups.set(key, group)
    group.folds.add(fold)
    group.elements.push(id)
  }
  const several = [...groups.values()].filter(group => group.folds.size > 1)
  return several.map(({ kind, elements }): DuplicateGroup => ({ kind, reason: 'twoNames', score: BY_TERMS, elements }))
}

/** Surest first, then in natural order of their elements; what several keys say of the same elements is said once. */
function inOrder(found: readonly DuplicateGroup[], view: GraphView): DuplicateGroup[] {
  const keys = new Map<ElementId, string>()
  const keyOf = (id: ElementId): string => {
    const element = view.get(id)
    const key = keys.get(id) ?? (element ? elementKey(element) : id)
    keys.set(id, key)
    return key
  }
  const sorted = found.map(group => {
    const elements = [...group.elements].sort((a, b) => codeUnitCompare(keyOf(a), keyOf(b)))
    return { group: { ...group, elements }, key: elements.map(keyOf).join('\u0000') }
  })
  sorted.sort(
    (a, b) =>
      b.group.score - a.group.score ||
      codeUnitCompare(a.group.kind, b.group.kind) ||
      codeUnitCompare(a.group.reason, b.group.reason) ||
      codeUnitCompare(a.key, b.key),
  )
  const said = new Set<string>()
  return sorted.flatMap(({ group }) => {
    const key = `${group.reason} ${group.elements.join(' ')}`
    if (said.has(key)) return []
    said.add(key)
    return [group]
  })
}
