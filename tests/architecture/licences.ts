/** Licences under which we ship what others wrote. Source: reliability C6. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
  'BlueOak-1.0.0',
  'Unicode-3.0',
  'OFL-1.1',
])

/**
 * Whether an SPDX expression lets us ship the package: of `OR` one side is enough, of `AND` both are needed. What cannot be
 * read is refused, an exception (`WITH`) too.
 */
export function mayShip(expression: unknown): boolean {
  if (typeof expression !== 'string') return false
  const tokens = expression.match(/[()]|[^\s()]+/gu) ?? []
  const { fits, rest } = anyOf(tokens)
  return fits && rest.length === 0
}

interface Read {
  readonly fits: boolean
  readonly rest: readonly string[]
}

function anyOf(tokens: readonly string[]): Read {
  const left = allOf(tokens)
  if (left.rest[0] !== 'OR') return left
  const right = anyOf(left.rest.slice(1))
  return { fits: left.fits || right.fits, rest: right.rest }
}

function allOf(tokens: readonly string[]): Read {
  const left = one(tokens)
  if (left.rest[0] !== 'AND') return left
  const right = allOf(left.rest.slice(1))
  return { fits: left.fits && right.fits, rest: right.rest }
}

function one([first = '', ...rest]: readonly string[]): Read {
  if (first !== '(') return isName(first) ? { fits: allowed.has(first), rest } : unreadable
  const inner = anyOf(rest)
  return inner.rest[0] === ')' ? { fits: inner.fits, rest: inner.rest.slice(1) } : unreadable
}

const isName = (token: string): boolean => /^[\w.+-]+$/u.test(token) && token !== 'OR' && token !== 'AND'

/** Something is left over, so the whole expression is refused. */
const unreadable: Read = { fits: false, rest: ['?'] }
