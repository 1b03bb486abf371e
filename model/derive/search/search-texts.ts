import { kindOf } from '../../kinds/index.ts'
import type { Field } from '../../schema/define-field.ts'
import { commonFields } from '../../schema/define-kind.ts'
import type { Element, FieldValue, FormulaText, Line } from '../../schema/element.ts'
import { foldForSearch } from './fold-name.ts'
import { syllablesOf } from './syllables.ts'

/** Letters that no stored text contains stand before each text and say what it is; a match finds its way back to them. */
export const marks = { name: 1, code: 2, alias: 3, reading: 4, initials: 5, lengths: 6, text: 7 } as const

/** What a mark is written as. */
export const markOf = (mark: keyof typeof marks): string => String.fromCharCode(marks[mark])

/** Lengths of syllables are written as letters from here on, so that no query can meet them. */
export const LENGTHS_FROM = 0x10

/** Runs of foreign letters and digits are cut here, so that a length stays one such letter. */
const LONGEST_SYLLABLE = 15

/** What is searched in one element, each apart, because most queries need one of them only. */
export interface SearchTexts {
  /** Name, code and aliases. */
  readonly names: string
  /** First letters of the syllables of the name. */
  readonly initials: string
  /** The reading of the name, and the lengths of its syllables. */
  readonly reading: string
  /** Everything else it says. */
  readonly body: string
}

/** Fields that are names too, or codes that others know it by. */
const aliasFields: ReadonlySet<string> = new Set(
  `shortName synonyms english identifier creditCode alternateCodes regionCode irsCode catalogCode localCatalogCode implementationCode
  localImplementationCode handlingCode documentNumber`.split(/\s+/u),
)

/** Kinds that nobody looks for. */
const hidden: ReadonlySet<string> = new Set(['placement', 'savedView'])

/** The texts of an element, prepared for searching by substring; undefined for what is not searched. */
export function searchTextsOf(element: Element): SearchTexts | undefined {
  if (hidden.has(element.kind)) return undefined
  const fold = foldForSearch(element.name)
  const names = [markOf('name') + fold]
  const body: string[] = []
  if (element.code !== undefined) names.push(markOf('code') + foldForSearch(element.code))
  for (const [name, field] of wordedFields(element.kind))
    for (const text of textsIn(field, element[name])) {
      const folded = foldForSearch(text)
      if (folded === '') continue
      if (aliasFields.has(name)) names.push(markOf('alias') + folded)
      else body.push(markOf('text') + folded)
    }
  for (const text of Object.values((element['custom'] ?? {}) as { readonly [field: string]: string }))
    body.push(markOf('text') + foldForSearch(text))
  return { names: names.join(''), ...soundsOf(fold), body: body.join('') }
}

/** Fields of a kind that hold words of people, found once per kind. */
const worded = new Map<string, readonly (readonly [string, Field])[]>()

function wordedFields(kind: string): readonly (readonly [string, Field])[] {
  const known = worded.get(kind)
  if (known) return known
  const fields = Object.entries({ ...commonFields, ...kindOf(kind)?.fields }).filter(([, { type }]) => wordedTypes.has(type))
  worded.set(kind, fields)
  return fields
}

const wordedTypes: ReadonlySet<string> = new Set(['text', 'longText', 'texts', 'formula', 'lines'])

/** What people wrote in a field; references, dates and values of code lists are not their words. */
function* textsIn(field: Field, value: FieldValue | undefined): Iterable<string> {
  if (value === undefined) return
  switch (field.type) {
    case 'text':
    case 'longText':
      yield value as string
      break
    case 'texts':
      yield* value as readonly string[]
      break
    case 'formula':
      yield (value as FormulaText).text
      break
    case 'lines':
      for (const line of value as readonly Line[])
        for (const [column, declared] of Object.entries(field.columns ?? {})) yield* textsIn(declared, line[column])
      break
    default:
      break
  }
}

function soundsOf(fold: string): Pick<SearchTexts, 'initials' | 'reading'> {
  const syllables = syllablesOf(fold).flatMap(inPieces)
  let initials = markOf('initials')
  let lengths = markOf('lengths')
  for (const syllable of syllables) {
    initials += syllable.charAt(0)
    lengths += String.fromCharCode(LENGTHS_FROM + syllable.length)
  }
  return { initials, reading: markOf('reading') + syllables.join('') + lengths }
}

function inPieces(syllable: string): string[] {
  if (syllable.length <= LONGEST_SYLLABLE) return [syllable]
  return Array.from({ length: Math.ceil(syllable.length / LONGEST_SYLLABLE) }, (_, index) =>
    syllable.slice(index * LONGEST_SYLLABLE, (index + 1) * LONGEST_SYLLABLE),
  )
}
