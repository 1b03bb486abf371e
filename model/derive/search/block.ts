import { codeUnitCompare } from '../../base/text.ts'
import type { Delta } from '../../document/delta.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { type SearchTexts, searchTextsOf } from './search-texts.ts'

/** Texts of many elements in one, which the machine searches at the speed of memory, and where each begins. */
export interface Column {
  readonly text: string
  /** One more than there are elements. */
  readonly starts: Int32Array
}

/** A few hundred elements with their texts. An edit makes one block anew, whatever the size of the document. */
export interface Block {
  /** In the order of their ids. */
  readonly elements: readonly Element[]
  readonly columns: { readonly [C in ColumnName]: Column }
}

export type ColumnName = keyof SearchTexts

type Entry = readonly [Element, SearchTexts]

export function blockOf(entries: readonly Entry[]): Block {
  const sorted = [...entries].sort(([a], [b]) => codeUnitCompare(a.id, b.id))
  const column = (name: ColumnName): Column => columnOf(sorted.map(([, texts]) => texts[name]))
  return {
    elements: sorted.map(([element]) => element),
    columns: { names: column('names'), initials: column('initials'), reading: column('reading'), body: column('body') },
  }
}

function columnOf(texts: readonly string[]): Column {
  const starts = new Int32Array(texts.length + 1)
  for (const [index, text] of texts.entries()) starts[index + 1] = (starts[index] ?? 0) + text.length
  return { text: texts.join(''), starts }
}

/** The text of one element. */
export const partOf = ({ text, starts }: Column, index: number): string => text.slice(starts[index], starts[index + 1])

function textsAt({ columns: { names, initials, reading, body } }: Block, index: number): SearchTexts {
  return { names: partOf(names, index), initials: partOf(initials, index), reading: partOf(reading, index), body: partOf(body, index) }
}

/** The block after these changes; texts of elements that stayed are taken over. */
export function changedBlock(block: Block | undefined, changes: Delta): Block | undefined {
  const entries: Entry[] = []
  if (block)
    for (const [index, element] of block.elements.entries()) if (!changes.has(element.id)) entries.push([element, textsAt(block, index)])
  for (const [, after] of changes.values()) {
    const texts = after && searchTextsOf(after)
    if (after && texts) entries.push([after, texts])
  }
  return entries.length > 0 ? blockOf(entries) : undefined
}

/** Blocks of a document. Fixed, so that where an element stands depends on its id alone. */
export const BLOCKS = 1024

/** FNV-1a, 32 bit. Source: RFC 9923. */
export function blockNumberOf(id: ElementId): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 16)) & (BLOCKS - 1)
}
