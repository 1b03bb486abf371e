import { createHash } from 'node:crypto'

/**
 * A chain of lines. Each ends in the hash of itself and of the chain before it, so that a line cannot be changed, removed or
 * put in between without every later one telling. A power cut may leave part of a line; it stays, and the next line names its
 * hash. Texts here are bytes read as Latin-1: an audit log must cope with bytes that are no text at all.
 */
const lineForm = /^(\{.*?(?:,"torn":"([0-9a-f]{64})")?),"chain":"([0-9a-f]{64})"\}$/su

/** The chain before any line. */
export const noChain = '0'.repeat(64)

const hash = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex')

const link = (before: string, body: string): string => hash(`${before}\n${body}`)

/** What the next line has to go on from. */
export interface ChainEnd {
  readonly chain: string
  /** What follows the last whole line. */
  readonly rest: string
}

/** The last whole line; undefined if there is none in this text. */
export function endOfChain(text: string): ChainEnd | undefined {
  let end = text.length
  for (;;) {
    const newline = text.lastIndexOf('\n', end - 1)
    if (newline < 0 || end === 0) return undefined
    const start = text.lastIndexOf('\n', newline - 1) + 1
    const chain = newline === 0 ? undefined : lineForm.exec(text.slice(start, newline))?.[3]
    if (chain !== undefined) return { chain, rest: text.slice(newline + 1) }
    end = newline
  }
}

/** The next line, with its newline, and what is needed before it. The fields must not be empty. */
export function nextLine({ chain, rest }: ChainEnd, fields: Readonly<Record<string, string>>): string {
  const torn = rest === '' ? {} : { torn: hash(withoutNewline(rest)) }
  const body = Buffer.from(JSON.stringify({ ...fields, ...torn }).slice(0, -1)).toString('latin1')
  const gap = rest === '' || rest.endsWith('\n') ? '' : '\n'
  return `${gap}${body},"chain":"${link(chain, body)}"}\n`
}

const withoutNewline = (text: string): string => (text.endsWith('\n') ? text.slice(0, -1) : text)

/** What going through a chain found. */
export interface ChainCheck {
  /** Lines that hold. */
  readonly lines: number
  /** Parts of lines a power cut left, each vouched for by the line after it. */
  readonly remnants: number
  /** Zero-based index of the first line that does not hold. */
  readonly brokenAt: number | undefined
}

/** Goes through all lines from the beginning; the last one counts whether or not it has its newline. */
export function checkChain(lines: readonly string[]): ChainCheck {
  let chain = noChain
  let pending: string[] = []
  let held = 0
  let remnants = 0
  for (const [index, line] of lines.entries()) {
    const [, body, torn, own] = lineForm.exec(line) ?? []
    const fits = body !== undefined && own === link(chain, body) && torn === (pending.length === 0 ? undefined : hash(pending.join('\n')))
    if (fits) {
      if (pending.length > 0) remnants++
      chain = own
      pending = []
      held++
    } else {
      // A whole line that does not fit is never a remnant: a power cut does not make one.
      if (own !== undefined) return { lines: held, remnants, brokenAt: index - pending.length }
      pending.push(line)
    }
  }
  return { lines: held, remnants, brokenAt: pending.length > 0 ? lines.length - pending.length : undefined }
}

/** Date and time of day with the distance from UTC, as in `2026-11-24T09:30:00.000+08:00`. The offset is in minutes. */
export function localTime(at: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number): string => String(value).padStart(2, '0')
  const distance = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return new Date(at + offset * 60_000).toISOString().replace('Z', distance)
}
