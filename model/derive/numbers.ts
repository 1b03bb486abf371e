import { err, ok, type Result } from '../base/result.ts'
import { compareKey } from '../base/text.ts'
import type { Draft } from '../document/draft.ts'
import { kindOf } from '../kinds/index.ts'
import type { ElementId } from '../schema/element.ts'

/** What numbering reads of a document in the making. */
export type Numbered = Pick<Draft, 'get' | 'lookups'>

/**
 * How visible codes of a kind are made: text with `{n}` or `{n:2}` (a number of at least so many digits) and, where wanted,
 * `{owner}`, the owner's code. Source: features F20.
 */
export interface Scheme {
  /** Everything before and after the number; `owner` stands for the owner's code. */
  readonly before: readonly Part[]
  readonly after: readonly Part[]
  /** Digits of the number, filled up with zeros. */
  readonly digits: number
}

type Part = string | { readonly owner: true }

/** Longer numbers are longer than any code a person reads. */
const MOST_DIGITS = 9

/** Reads a pattern such as `{owner}-{n:2}`; it must hold exactly one number and nothing else in braces but `{owner}`. */
export function parseScheme(pattern: string): Result<Scheme, 'scheme-invalid'> {
  const before: Part[] = []
  const after: Part[] = []
  let digits: number | undefined
  for (const piece of pattern.split(/(\{[^{}]*\})/u)) {
    const number = /^\{n(?::([1-9]))?\}$/u.exec(piece)
    if (number && digits !== undefined) return err('scheme-invalid')
    if (number) digits = Number(number[1] ?? 1)
    else if (piece === '{owner}') (digits === undefined ? before : after).push({ owner: true })
    else if (/[{}]/u.test(piece)) return err('scheme-invalid')
    else if (piece !== '') (digits === undefined ? before : after).push(piece)
  }
  return digits === undefined ? err('scheme-invalid') : ok({ before, after, digits: Math.min(digits, MOST_DIGITS) })
}

/** Kinds whose codes continue the code of their owner. */
const hierarchical: { readonly [kind: string]: string } = {
  module: '{owner}-{n:2}',
  unit: '{owner}-{n:2}',
  item: '{owner}-{n:2}',
  indicator: '{owner}.{n}',
  step: '{owner}-{n:2}',
  scene: '{owner}-{n:2}',
  measure: '{owner}-TX{n:2}',
  organisation: '{owner}-{n:2}',
  post: '{owner}-GW{n:2}',
  basis: '{owner}-{n:2}',
}

/** Two digits for what a document has dozens of, three for what it has hundreds of. */
const long: ReadonlySet<string> = new Set(['item', 'step', 'link', 'dataItem', 'requirement', 'resource', 'sharing', 'service'])

/** The pattern of a kind without owner, or whose owner has no code. */
const rootPattern = (kind: string): string => `${kindOf(kind)?.prefix ?? ''}{n:${long.has(kind) ? 3 : 2}}`

/** The pattern by which a kind is numbered unless the document says otherwise. */
export const defaultPattern = (kind: string): string =>
  (Object.hasOwn(hierarchical, kind) ? hierarchical[kind] : undefined) ?? rootPattern(kind)

/** The pattern of a kind: what the document states under `numbering` in its settings, else the default. */
export function patternFor(draft: Numbered, kind: string): string {
  for (const id of draft.lookups().allOf('document')) {
    const settings = draft.get(id)?.['settings'] as { readonly numbering?: { readonly [kind: string]: unknown } } | undefined
    const numbering = settings?.numbering
    const stated = typeof numbering === 'object' && numbering !== null && Object.hasOwn(numbering, kind) ? numbering[kind] : undefined
    if (typeof stated === 'string') return stated
  }
  return defaultPattern(kind)
}

/** What stands before and after the number, and how it is written. */
export interface Numbering {
  readonly prefix: string
  readonly suffix: string
  readonly digits: number
  /** Whether the owner's code is part of it, so that numbers begin anew below each owner. */
  readonly perOwner: boolean
}

/** The numbering below an owner with this code; without one, a scheme that needs it gives way to prefix and number. */
export function numberingFor(draft: Numbered, kind: string, ownerCode: string | undefined): Result<Numbering, 'scheme-invalid'> {
  const stated = parseScheme(patternFor(draft, kind))
  if (!stated.ok) return stated
  const namesOwner = [...stated.value.before, ...stated.value.after].some(part => typeof part !== 'string')
  const scheme = namesOwner && ownerCode === undefined ? parseScheme(rootPattern(kind)) : stated
  if (!scheme.ok) return scheme
  const filled = (parts: readonly Part[]): string => parts.map(part => (typeof part === 'string' ? part : (ownerCode ?? ''))).join('')
  return ok({
    prefix: filled(scheme.value.before),
    suffix: filled(scheme.value.after),
    digits: scheme.value.digits,
    perOwner: namesOwner && ownerCode !== undefined,
  })
}

/** The code with this number. */
export const codeWith = ({ prefix, suffix, digits }: Numbering, number: number): string =>
  prefix + String(number).padStart(digits, '0') + suffix

/** The number that a code has in a numbering; undefined when it was not made by it. */
export function numberIn({ prefix, suffix }: Numbering, code: string): number | undefined {
  const [start, end, text] = [compareKey(prefix), compareKey(suffix), compareKey(code)]
  if (!text.startsWith(start) || !text.endsWith(end) || text.length <= start.length + end.length) return undefined
  const digits = text.slice(start.length, text.length - end.length)
  return /^\d{1,15}$/u.test(digits) ? Number(digits) : undefined
}

/** The highest number in use; numbers that begin anew below each owner are looked for there. */
export function highestNumber(draft: Numbered, kind: string, numbering: Numbering, owner: ElementId | undefined): number {
  const lookups = draft.lookups()
  let highest = 0
  for (const id of numbering.perOwner && owner !== undefined ? lookups.ownedBy(owner, kind) : lookups.allOf(kind))
    highest = Math.max(highest, numberIn(numbering, draft.get(id)?.code ?? '') ?? 0)
  return highest
}

/** Elements among which the highest number is looked for one by one; beyond, their count is near enough and costs nothing. */
const FEW = 5000

/** The code that a new element of a kind gets below an owner: after the highest number there, and borne by nothing else. */
export function nextCode(draft: Numbered, kind: string, owner?: ElementId): Result<string, 'scheme-invalid'> {
  const numbering = numberingFor(draft, kind, owner === undefined ? undefined : draft.get(owner)?.code)
  if (!numbering.ok) return numbering
  const lookups = draft.lookups()
  const isLong = !numbering.value.perOwner && lookups.countOf(kind) > FEW
  let number = (isLong ? lookups.countOf(kind) : highestNumber(draft, kind, numbering.value, owner)) + 1
  while (lookups.coded(codeWith(numbering.value, number)).length > 0) number++
  return ok(codeWith(numbering.value, number))
}
