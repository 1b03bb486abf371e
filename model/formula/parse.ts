import { lex, type Token } from './lex.ts'
import { limits, type Problem } from './problems.ts'
import {
  type Aggregate,
  type AggregateName,
  COMPARISON,
  type Formula,
  type FunctionName,
  functions,
  isAggregate,
  isFunction,
  keywords,
  type Name,
  NOT,
  type Operator,
  SIGN,
  strengths,
} from './tree.ts'

/** A formula as far as it could be read, with holes where something is missing, and what is wrong with it. Never throws. */
export interface Parsed {
  /** Undefined only for a text that says nothing, or too much. */
  readonly tree: Formula | undefined
  readonly problems: readonly Problem[]
}

/** Reads a formula; reading goes on behind an error. Source: contracts C4. */
export function parse(text: string): Parsed {
  if (text.length > limits.characters)
    return { tree: undefined, problems: [{ code: 'too-long', at: limits.characters, values: { most: limits.characters } }] }
  const problems: Problem[] = []
  const reader: Reader = { tokens: lex(text, problems), at: 0, depth: 0, operands: 0, problems, isTooDeep: false }
  if (reader.tokens.length === 1) return { tree: undefined, problems: [{ code: 'operand-missing', at: 0 }] }
  let tree = expression(reader, 0)
  while (next(reader).type !== 'end' && !reader.isTooDeep) {
    complain(reader, 'not-expected', { text: next(reader).text })
    reader.at++
    if (startsOperand(next(reader))) expression(reader, 0)
    else tree = rest(reader, tree, 0)
  }
  if (reader.operands > limits.operands) problems.push({ code: 'too-many-operands', at: 0, values: { most: limits.operands } })
  return { tree: reader.isTooDeep ? undefined : tree, problems: problems.sort((a, b) => a.at - b.at) }
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
  depth: number
  operands: number
  readonly problems: Problem[]
  isTooDeep: boolean
}

const end: Token = { type: 'end', text: '', at: 0 }

const next = (reader: Reader): Token => reader.tokens[reader.at] ?? reader.tokens.at(-1) ?? end

function complain(reader: Reader, code: Problem['code'], values?: Problem['values']): void {
  reader.problems.push(values === undefined ? { code, at: next(reader).at } : { code, at: next(reader).at, values })
}

function isSign(token: Token, text: string): boolean {
  return token.type === 'sign' && token.text === text
}

function take(reader: Reader, text: string): boolean {
  const token = next(reader)
  const found = isSign(token, text) || (token.type === 'word' && token.text === text)
  if (found) reader.at++
  return found
}

const startsOperand = (token: Token): boolean =>
  token.type === 'number' ||
  token.type === 'duration' ||
  token.type === 'string' ||
  token.type === 'name' ||
  (token.type === 'word' && (!keywords.has(token.text) || token.text === '非')) ||
  isSign(token, '(')

/** An expression whose operators all bind at least as strongly as `least`. */
function expression(reader: Reader, least: number): Formula {
  if (++reader.depth > limits.depth) {
    if (!reader.isTooDeep) complain(reader, 'too-deep', { most: limits.depth })
    reader.isTooDeep = true
  }
  const left: Formula = reader.isTooDeep ? { type: 'hole', at: next(reader).at } : operand(reader, least)
  const tree = reader.isTooDeep ? left : rest(reader, left, least)
  reader.depth--
  return tree
}

function rest(reader: Reader, start: Formula, least: number): Formula {
  let left = start
  let compared = false
  for (;;) {
    const token = next(reader)
    const strength = strengthOf(token)
    if (strength === undefined || strength < least) return left
    if (strength === COMPARISON) {
      if (compared) complain(reader, 'comparison-chained')
      compared = true
    }
    reader.at++
    left = joined(reader, left, token, strength)
  }
}

function strengthOf(token: Token): number | undefined {
  if (token.type !== 'sign' && token.type !== 'word') return undefined
  if (token.type === 'word' && ['属于', '不属于', '为空', '不为空'].includes(token.text)) return COMPARISON
  return Object.hasOwn(strengths, token.text) && (token.type === 'sign') === !['或', '且'].includes(token.text)
    ? strengths[token.text as Operator]
    : undefined
}

function joined(reader: Reader, left: Formula, token: Token, strength: number): Formula {
  const at = token.at
  if (token.text === '为空' || token.text === '不为空') return { type: 'empty', negated: token.text === '不为空', value: left, at }
  if (token.text === '属于' || token.text === '不属于')
    return { type: 'among', negated: token.text === '不属于', value: left, members: members(reader), at }
  const operator = token.text as Operator
  // `^` groups to the right and takes a sign behind it; everything else groups to the left.
  const right = expression(reader, operator === '^' ? SIGN : strength + 1)
  return { type: 'binary', operator, left, right, at }
}

function members(reader: Reader): Formula[] {
  if (!take(reader, '(')) {
    complain(reader, 'operand-missing')
    return []
  }
  return args(reader)
}

/** Arguments up to the closing parenthesis, which is taken. */
function args(reader: Reader): Formula[] {
  const found: Formula[] = []
  if (take(reader, ')')) return found
  do found.push(expression(reader, 0))
  while (take(reader, ','))
  close(reader)
  return found
}

function close(reader: Reader): void {
  if (take(reader, ')')) return
  complain(reader, next(reader).type === 'end' ? 'parenthesis-open' : 'not-expected', { text: next(reader).text })
  while (next(reader).type !== 'end' && !isSign(next(reader), ')')) reader.at++
  take(reader, ')')
}

function operand(reader: Reader, least: number): Formula {
  const token = next(reader)
  const { at } = token
  if (isSign(token, '+') || isSign(token, '-')) {
    reader.at++
    return { type: 'sign', operator: token.text as '+' | '-', operand: expression(reader, SIGN), at }
  }
  if (token.type === 'word' && token.text === '非' && least <= NOT) {
    reader.at++
    return { type: 'not', operand: expression(reader, NOT), at }
  }
  if (!startsOperand(token) || token.text === '非') {
    complain(reader, 'operand-missing')
    return { type: 'hole', at }
  }
  reader.at++
  return primary(reader, token)
}

function primary(reader: Reader, token: Token): Formula {
  const { at, text } = token
  switch (token.type) {
    case 'number':
      return { type: 'number', text, at }
    case 'duration':
      return { type: 'duration', text, at }
    case 'string':
      return { type: 'string', value: text, at }
    case 'sign': {
      const inner = expression(reader, 0)
      close(reader)
      return inner
    }
    default:
      if (token.type === 'word' && isSign(next(reader), '(')) return called(reader, token)
      reader.operands++
      return { type: 'name', name: text, at }
  }
}

function called(reader: Reader, { text, at }: Token): Formula {
  if (isAggregate(text)) {
    reader.at++
    return aggregate(reader, text, at)
  }
  if (text === '说明') {
    reader.at++
    return said(reader, at)
  }
  if (!isFunction(text)) {
    reader.operands++
    return { type: 'name', name: text, at }
  }
  reader.at++
  const found = args(reader)
  const [least, most] = functions[text]
  if (found.length < least || found.length > most)
    reader.problems.push({ code: 'argument-count', at, values: { name: text, least, most, found: found.length } })
  return { type: 'call', name: text satisfies FunctionName, args: found, at }
}

function aggregate(reader: Reader, name: AggregateName, at: number): Aggregate {
  const argument = expression(reader, 0)
  if (!take(reader, '其中')) {
    close(reader)
    return { type: 'aggregate', name, argument, at }
  }
  const isMissing = isSign(next(reader), ')') || next(reader).type === 'end'
  if (isMissing) complain(reader, 'condition-missing')
  const condition: Formula = isMissing ? { type: 'hole', at: next(reader).at } : expression(reader, 0)
  close(reader)
  return { type: 'aggregate', name, argument, condition, at }
}

/** A condition in words; the data it names still count. */
function said(reader: Reader, at: number): Formula {
  const [words, ...names] = args(reader)
  if (words?.type !== 'string')
    reader.problems.push({ code: 'argument-count', at, values: { name: '说明', least: 1, most: 500, found: 0 } })
  const wrong = names.find(one => one.type !== 'name')
  if (wrong) reader.problems.push({ code: 'names-only', at: wrong.at ?? at })
  return {
    type: 'said',
    words: words?.type === 'string' ? words.value : '',
    names: names.filter((one): one is Name => one.type === 'name'),
    at,
  }
}
