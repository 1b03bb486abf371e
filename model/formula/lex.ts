import type { Problem } from './problems.ts'

export interface Token {
  readonly type: 'number' | 'duration' | 'word' | 'name' | 'string' | 'sign' | 'end'
  /** What it says: half-width, without quotes and brackets. */
  readonly text: string
  readonly at: number
  readonly end: number
}

const RUN = /[\p{L}\p{N}\p{M}_]/u

const NUMBER = /^\d+(?:\.\d+)?(?:万亿|万|亿)?$/u

/** The number and the unit of a duration. Source: contracts C4.1. */
export const DURATION = /^(\d+(?:\.\d+)?)(?:个?(工作日|周|月|小时)|(日|天|年|分钟))$/u

const written: ReadonlyMap<string, string> = new Map(Object.entries({ '×': '*', '÷': '/', '≠': '<>', '≤': '<=', '≥': '>=' }))

/** What closes a string or a bracket; a doubled closing mark stands for itself. Half-width marks close half-width ones only, so that printed text may hold any mark. */
const closings: ReadonlyMap<string, string> = new Map(Object.entries({ '"': '"', '＂': '"＂', '“': '”', '”': '”', '[': ']', '［': ']］' }))

/** Splits a formula into tokens, the last of which is the end. Source: contracts C4.1. */
export function lex(text: string, problems: Problem[]): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const length = runLength(text, at)
    const token = length > 0 ? run(text, at, length) : isBlank(text, at) ? undefined : marked(text, at, problems)
    if (token) tokens.push(token)
    at = token?.end ?? at + 1
  }
  tokens.push({ type: 'end', text: '', at: text.length, end: text.length })
  return tokens
}

/** Whether the text reads as one word and nothing else, and so can stand in a formula without brackets. */
export function isOneWord(text: string): boolean {
  const length = runLength(text, 0)
  if (length === 0) return false
  const token = run(text, 0, length)
  return token.type === 'word' && token.end === text.length && token.text === text
}

const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff5e

/** Full-width forms read as half-width. Surrogates lie outside both ranges. */
function half(char: string): string {
  const code = char.charCodeAt(0)
  return isFullWidth(code) ? String.fromCharCode(code - 0xfee0) : char
}

const isBlank = (text: string, at: number): boolean => /\s/u.test(text.charAt(at))

const pointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0)

/** How many units of the text belong to a run here; 0 for none. The common ranges are decided without a pattern, for speed. */
function runLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x80) return isDigit(code) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122) ? 1 : 0
  if (code >= 0x4e00 && code <= 0x9fff) return 1
  const point = pointAt(text, at)
  return RUN.test(half(point)) ? point.length : 0
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const halfCode = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return isFullWidth(code) ? code - 0xfee0 : code
}

const POINT = 46

const PERCENT = 37

function run(text: string, at: number, first: number): Token {
  let end = at
  let isWide = false
  let isWhole = true
  for (let length = first; length > 0; length = runLength(text, end)) {
    isWide ||= isFullWidth(text.charCodeAt(end))
    isWhole &&= isDigit(halfCode(text, end))
    end += length
    if (isWhole && halfCode(text, end) === POINT && isDigit(halfCode(text, end + 1))) {
      isWide ||= isFullWidth(text.charCodeAt(end))
      isWhole = false
      end++
    }
  }
  const raw = text.slice(at, end)
  const word = isWide ? Array.from(raw, half).join('') : raw
  if (!isDigit(word.charCodeAt(0))) return { type: 'word', text: word, at, end }
  if (!NUMBER.test(word)) return { type: DURATION.test(word) ? 'duration' : 'word', text: word, at, end }
  return halfCode(text, end) === PERCENT ? { type: 'number', text: `${word}%`, at, end: end + 1 } : { type: 'number', text: word, at, end }
}

function marked(text: string, at: number, problems: Problem[]): Token {
  const point = pointAt(text, at)
  const closing = closings.get(point)
  if (closing === undefined) return sign(text, at, point)
  const isName = closing.startsWith(']')
  const { value, end, isClosed } = quoted(text, at + 1, closing)
  if (!isClosed) problems.push({ code: isName ? 'bracket-open' : 'string-open', at, length: end - at })
  return { type: isName ? 'name' : 'string', text: value, at, end }
}

/** Up to the closing mark. */
function quoted(text: string, start: number, closing: string): { value: string; end: number; isClosed: boolean } {
  let value = ''
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at)
    if (!closing.includes(char)) value += char
    else if (text.charAt(at + 1) !== char) return { value, end: at + 1, isClosed: true }
    else {
      value += char
      at++
    }
  }
  return { value, end: text.length, isClosed: false }
}

function sign(text: string, at: number, point: string): Token {
  const char = half(point)
  const two = char + half(text.charAt(at + 1))
  if (two === '<=' || two === '>=' || two === '<>') return { type: 'sign', text: two, at, end: at + 2 }
  return { type: 'sign', text: written.get(char) ?? char, at, end: at + point.length }
}
