import type { Problem } from './problems.ts'

export interface Token {
  readonly type: 'number' | 'duration' | 'word' | 'name' | 'string' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const RUN = /[\p{L}\p{N}\p{M}_]/u

const NUMBER = /^\d+(?:\.\d+)?(?:万|亿|万亿)?$/u

const DURATION = /^\d+(?:\.\d+)?(?:工作日|日|天|周|月|年|小时|分钟)$/u

const written: { readonly [sign: string]: string } = { '×': '*', '÷': '/', '≠': '<>', '≤': '<=', '≥': '>=', '“': '"' }

/** Full-width forms read as half-width; every character keeps its place. */
function half(char: string): string {
  const code = char.charCodeAt(0)
  return code === 0x3000 ? ' ' : code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
}

/** Splits a formula into tokens. The longest run of letters, digits and `_` is one token. Source: contracts C4.1. */
export function lex(text: string, problems: Problem[]): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = half(text.charAt(at))
    if (/\s/u.test(char)) {
      at++
      continue
    }
    const token =
      char === '"' || char === '“'
        ? string(text, at, problems)
        : char === '['
          ? bracketed(text, at, problems)
          : isRun(text, at)
            ? run(text, at)
            : sign(text, at)
    tokens.push(token.token)
    at = token.next
  }
  tokens.push({ type: 'end', text: '', at: text.length })
  return tokens
}

interface Taken {
  readonly token: Token
  readonly next: number
}

const pointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32)

const isRun = (text: string, at: number): boolean => RUN.test(half(pointAt(text, at)))

function run(text: string, start: number): Taken {
  let at = start
  let word = ''
  while (at < text.length) {
    const point = pointAt(text, at)
    const char = point.length === 1 ? half(point) : point
    const joins = char === '.' && /^\d+$/u.test(word) && /\d/u.test(half(text.charAt(at + 1)))
    if (!joins && !RUN.test(char)) break
    word += char
    at += point.length
  }
  if (NUMBER.test(word))
    return half(text.charAt(at)) === '%'
      ? { token: { type: 'number', text: `${word}%`, at: start }, next: at + 1 }
      : { token: { type: 'number', text: word, at: start }, next: at }
  return { token: { type: DURATION.test(word) ? 'duration' : 'word', text: word, at: start }, next: at }
}

/** Up to the closing mark; a doubled mark stands for itself. */
function until(
  text: string,
  start: number,
  closes: (char: string) => boolean,
): { readonly value: string; readonly next: number; readonly isClosed: boolean } {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (!closes(char)) value += char
    else if (closes(text.charAt(at + 1))) {
      value += char
      at++
    } else return { value, next: at + 1, isClosed: true }
  }
  return { value, next: text.length, isClosed: false }
}

function string(text: string, at: number, problems: Problem[]): Taken {
  const isCurly = text.charAt(at) === '“'
  const { value, next, isClosed } = until(text, at, char => (isCurly ? char === '”' : half(char) === '"'))
  if (!isClosed) problems.push({ code: 'string-open', at })
  return { token: { type: 'string', text: value, at }, next }
}

function bracketed(text: string, at: number, problems: Problem[]): Taken {
  const { value, next, isClosed } = until(text, at, char => half(char) === ']')
  if (!isClosed) problems.push({ code: 'bracket-open', at })
  return { token: { type: 'name', text: value, at }, next }
}

function sign(text: string, at: number): Taken {
  const char = half(pointAt(text, at))
  const two = char + half(text.charAt(at + 1))
  if (two === '<=' || two === '>=' || two === '<>') return { token: { type: 'sign', text: two, at }, next: at + 2 }
  return { token: { type: 'sign', text: written[char] ?? char, at }, next: at + pointAt(text, at).length }
}
