import { invariant } from './invariant.ts'

/**
 * Order between siblings as text: between any two keys there is another, so two people can insert at one place without
 * conflict and an insertion changes one element.
 *
 * A key is a whole number and a fraction, both in base 62 with digits in the order of their code units. The first letter
 * tells how many digits the whole number has (`a`: one, `b`: two, …; `Z`: one and below zero, `Y`: two, …). Fractions alone
 * would grow by a digit every 30 siblings; counting whole numbers up keeps the ten thousandth sibling at four digits.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const first = 'a0'

/** A key after `before` and before `after`; either may be missing. Throws `InvariantError` unless `before < after`. */
export function keyBetween(before: string | undefined, after: string | undefined): string {
  invariant(before === undefined || after === undefined || before < after, `no key between ${before} and ${after}`)
  if (before === undefined) return after === undefined ? first : keyBefore(after)
  const whole = wholeOf(before)
  if (after === undefined) return step(whole, 1) ?? whole + fractionBetween(before.slice(whole.length), undefined)
  if (whole === wholeOf(after)) return whole + fractionBetween(before.slice(whole.length), after.slice(whole.length))
  const next = step(whole, 1)
  if (next !== undefined && next < after) return next
  return whole + fractionBetween(before.slice(whole.length), undefined)
}

/**
 * Whether a text is a key that this file could have made: its whole number is complete, it is not the one below which there is
 * none, and its fraction does not end in `0`. Anything else would leave no room before it.
 */
export function isOrderKey(text: string): boolean {
  const length = wholeLengthOf(text)
  if (length < 2 || text.length < length || !/^[0-9A-Za-z]+$/u.test(text)) return false
  return text !== `A${'0'.repeat(26)}` && (text.length === length || !text.endsWith('0'))
}

/** `count` keys in ascending order after `before`. */
export function keysAfter(before: string | undefined, count: number): string[] {
  const keys: string[] = []
  let last = before
  for (let index = 0; index < count; index++) {
    last = keyBetween(last, undefined)
    keys.push(last)
  }
  return keys
}

function keyBefore(after: string): string {
  const whole = wholeOf(after)
  if (whole < after) return whole
  return step(whole, -1) ?? whole + fractionBetween('', after.slice(whole.length))
}

function wholeOf(key: string): string {
  const length = wholeLengthOf(key)
  invariant(length >= 2 && key.length >= length, `not an order key: ${key}`)
  return key.slice(0, length)
}

/** Length of the whole number a key begins with, its first letter included; 0 for what is no key. */
function wholeLengthOf(key: string): number {
  const head = key.charAt(0)
  if (head >= 'a' && head <= 'z') return key.charCodeAt(0) - 95
  return head >= 'A' && head <= 'Z' ? 92 - key.charCodeAt(0) : 0
}

/** The next whole number up or down; undefined at the end of the 26 digits, which no document reaches. */
function step(whole: string, by: 1 | -1): string | undefined {
  const carried = by === 1 ? digits.length - 1 : 0
  for (let index = whole.length - 1; index > 0; index--) {
    const digit = digits.indexOf(whole.charAt(index))
    if (digit === carried) continue
    return (
      whole.slice(0, index) + digits.charAt(digit + by) + digits.charAt(by === 1 ? 0 : digits.length - 1).repeat(whole.length - 1 - index)
    )
  }
  return otherLength(whole, by)
}

function otherLength(whole: string, by: 1 | -1): string | undefined {
  const head = whole.charAt(0)
  if (head === (by === 1 ? 'z' : 'A')) return undefined
  if (head === (by === 1 ? 'Z' : 'a')) return by === 1 ? 'a0' : 'Zz'
  const next = String.fromCharCode(head.charCodeAt(0) + by)
  const length = next >= 'a' ? next.charCodeAt(0) - 96 : 91 - next.charCodeAt(0)
  return next + digits.charAt(by === 1 ? 0 : digits.length - 1).repeat(length)
}

/** A fraction between two, never ending in `0`, so that there is always room before it. No `after` means one. */
function fractionBetween(before: string, after: string | undefined): string {
  let prefix = ''
  let bounded = after !== undefined
  for (let index = 0; ; index++) {
    const low = index < before.length ? digits.indexOf(before.charAt(index)) : 0
    const high = bounded && after !== undefined && index < after.length ? digits.indexOf(after.charAt(index)) : digits.length
    if (high - low > 1) return prefix + digits.charAt(Math.floor((low + high) / 2))
    prefix += digits.charAt(low)
    // Once below `after` by one digit, whatever follows stays below it.
    if (high - low === 1) bounded = false
  }
}
