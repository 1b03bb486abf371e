import { Visitor } from 'oxc-parser'
import { lineAt, type Source } from './sources.ts'

/** A regular expression as it stands in a source file. */
export interface Expression {
  readonly place: string
  readonly pattern: string
  readonly flags: string
}

/** Every regular expression literal of the sources. */
export function expressionsIn(sources: readonly Source[]): Expression[] {
  return sources.flatMap(({ path, text, program }) => {
    const found: Expression[] = []
    new Visitor({
      Literal(node) {
        if (!('regex' in node) || node.regex === undefined) return
        found.push({ place: `${path}:${lineAt(text, node.start)}`, pattern: node.regex.pattern, flags: node.regex.flags })
      },
    }).visit(program)
    return found
  })
}

/** Lengths that are tried, the long ones only when the short ones were quick: what grows with every sign would never end. */
const lengths = [26, 60, 120, 500, 5_000, 20_000] as const

/** Below this many milliseconds growth cannot be told from noise; twenty thousand signs read once take a fraction of one. */
const NOISE = 25

/** Four times the length may take four times as long; square growth takes sixteen times. */
const STEEP = 8

/** The signs an expression itself names, in its order. */
function signsOf(pattern: string): string {
  const named = pattern.replaceAll(
    /\\([^\p{L}\p{N}])|\\u[0-9A-Fa-f]{4}|\\[pP]\{[^}]*\}|\\(n)|\\.|[()[\]{}|?*+^$.]/gu,
    (_, sign?: string, line?: string) => (line === undefined ? (sign ?? '') : '\n'),
  )
  return [...new Set(named)].join('') || 'x'
}

/**
 * Six strings that make backtracking show: runs of blanks, digits, letters and Chinese, a run of each of the expression's own
 * signs, and its own signs in turn. A sign that fits nothing spoils the end of every run.
 */
export function adversaries({ pattern }: Expression, length: number): string[] {
  const own = signsOf(pattern)
  const share = Math.ceil(length / own.length)
  const runs = [' ', '1', 'a', '甲'].map(sign => sign.repeat(length))
  const each = Array.from(own, sign => `${sign.repeat(share)}\u0001`).join('')
  return [...runs, each, own.repeat(share)].map(text => `${text.slice(0, length - 1)}\u0001`)
}

/** Milliseconds an expression takes for a text: one search, or all of them where the flags say so. The best of three, for others work too. */
function cost({ pattern, flags }: Expression, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && best > NOISE; turn++) {
    const expression = new RegExp(pattern, flags)
    const started = performance.now()
    if (flags.includes('g')) text.replaceAll(expression, '')
    else expression.exec(text)
    best = Math.min(best, performance.now() - started)
    if (best > 40 * NOISE) break
  }
  return best
}

/** The text on which an expression takes more than in proportion to its length, as a sentence; undefined where there is none. */
export function steepness(expression: Expression): string | undefined {
  for (const kind of adversaries(expression, 30).keys()) {
    let before = 0
    for (const length of lengths) {
      const text = adversaries(expression, length)[kind] ?? ''
      const now = cost(expression, text)
      if (now > NOISE && now > STEEP * before)
        return `${expression.place} /${expression.pattern}/${expression.flags} takes ${Math.round(now)} ms for ${length} signs like ${JSON.stringify(text.slice(0, 12))}, ${before.toFixed(1)} ms for fewer`
      before = now
    }
  }
  return undefined
}
