import { err, ok, type Result } from '../base/result.ts'
import { compareKey } from '../base/text.ts'
import type { Draft } from '../document/draft.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'

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
export const defaultPattern = (kind: string): string => (Object.hasOwn(hierarchical, kind) ? hierarchical[kind] : undefined) ?? rootPattern(kind)

/** The patterns a document states, in the settings of its document element under `numbering`, by kind. */
export function patternFor(draft: Pick<Draft, 'get' | 'lookups'>, kind: string): string {
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
}

/** The numbering below an owner with this code; without one, a scheme that needs it gives way to prefix and number. */
export function numberingFor(draft: Pick<Draft, 'get' | 'lookups'>, kind: string, ownerCode: string | undefined): Result<Numbering, 'scheme-invalid'> {
  const stated = parseScheme(patternFor(draft, kind))
  if (!stated.ok) return stated
  const needsOwner = [...stated.value.before, ...stated.value.after].some(part => typeof part !== 'string')
  const scheme = needsOwner && ownerCode === undefined ? parseScheme(rootPattern(kind)) : stated
  if (!scheme.ok) return scheme
  const filled = (parts: readonly Part[]): string => parts.map(part => (typeof part === 'string' ? part : (ownerCode ?? ''))).join('')
  return ok({ prefix: filled(scheme.value.before), suffix: filled(scheme.value.after), digits: scheme.value.digits })
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

/** Elements among which the highest number is looked for one by one; beyond, counting up from their count is near enough. */
const FEW = 5000

/** The code that a new element of a kind gets below an owner: after the highest number there, and borne by nothing else. */
export function nextCode(draft: Pick<Draft, 'get' | 'lookups'>, kind: string, owner?: ElementId): Result<string, 'scheme-invalid'> {
  const ownerElement = owner === undefined ? undefined : draft.get(owner)
  const numbering = numberingFor(draft, kind, ownerElement?.code)
  if (!numbering.ok) return numbering
  let number = startFor(draft, kind, numbering.value, ownerElement)
  while (draft.lookups().coded(codeWith(numbering.value, number)).length > 0) number++
  return ok(codeWith(numbering.value, number))
}

function startFor(draft: Pick<Draft, 'get' | 'lookups'>, kind: string, numbering: Numbering, owner: Element | undefined): number {
  const lookups = draft.lookups()
  const isBelowOwner = owner?.code !== undefined && numbering.prefix.includes(owner.code)
  const peers = isBelowOwner ? lookups.ownedBy(owner.id, kind) : lookups.countOf(kind) <= FEW ? lookups.allOf(kind) : undefined
  if (peers === undefined) return lookups.countOf(kind) + 1
  let highest = 0
  for (const id of peers) highest = Math.max(highest, numberIn(numbering, draft.get(id)?.code ?? '') ?? 0)
  return highest + 1
}
