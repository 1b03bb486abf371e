import { lex, type Token } from './lex.ts'
import { limits, type Problem } from './problems.ts'
import { complain, deeper, isMark, next, type Reader, readerOf, take } from './reader.ts'
import { references } from './references.ts'
import {
  type AggregateName,
  COMPARISON,
  type Formula,
  functions,
  isAggregate,
  isFunction,
  keywords,
  type Name,
  NOT,
  type Operator,
  SAID,
  SIGN,
  strengths,
} from './tree.ts'

/** A formula as far as it could be read, with holes where something is missing, and what is wrong with it. */
export interface Parsed {
  /** Undefined only for a text that says nothing, or too much. */
  readonly tree: Formula | undefined
  readonly problems: readonly Problem[]
}

/** Reads a formula; reading goes on behind an error. Never throws. Source: contracts C4.1–C4.3, C4.9. */
export function parse(text: string): Parsed {
  if (text.length > limits.characters) return { tree: undefined, problems: [tooMany('too-long', limits.characters, limits.characters)] }
  const problems: Problem[] = []
  const reader = readerOf(lex(text, problems), problems)
  if (reader.tokens.length === 1) return { tree: undefined, problems: [{ code: 'operand-missing', at: 0 }] }
  const tree = recovered(reader, expression(reader, 0), [])
  if (reader.isTooDeep) return { tree: undefined, problems: problems.sort((a, b) => a.at - b.at) }
  if (reader.names > limits.operands && references(tree).length > limits.operands)
    problems.push(tooMany('too-many-operands', 0, limits.operands))
  return { tree, problems: problems.sort((a, b) => a.at - b.at) }
}

const tooMany = (code: Problem['code'], at: number, most: number): Problem => ({ code, at, values: { most } })

function startsOperand(token: Token): boolean {
  if (token.type === 'sign') return token.text === '('
  return token.type === 'word' ? !keywords.has(token.text) : token.type !== 'end'
}

/** Goes on behind what was not expected until something stands there that may end this part. */
function recovered(reader: Reader, start: Formula, stops: readonly string[]): Formula {
  let left = start
  for (let token = next(reader); token.type !== 'end' && !stops.some(stop => isMark(token, stop)); token = next(reader)) {
    complain(reader, 'not-expected', token, { text: token.text })
    if (!startsOperand(token)) reader.at++
    if (startsOperand(next(reader))) left = { type: 'hole', parts: [left, expression(reader, 0)], at: token.at }
    left = rest(reader, left, 0)
  }
  return left
}

/** An expression whose operators all bind at least as strongly as `least`. */
const expression = (reader: Reader, least: number): Formula => rest(reader, operand(reader, least), least)

function rest(reader: Reader, start: Formula, least: number): Formula {
  let left = start
  let isCompared = false
  for (;;) {
    const token = next(reader)
    const strength = strengthOf(token)
    if (strength === undefined || strength < least) return left
    if (strength === COMPARISON && isCompared) complain(reader, 'comparison-chained', token)
    isCompared ||= strength === COMPARISON
    reader.at++
    left = joined(reader, left, token, strength)
  }
}

const strengthsOfMarks: ReadonlyMap<string, number> = new Map([
  ...Object.entries(strengths),
  ...['属于', '不属于', '为空', '不为空'].map(word => [word, COMPARISON] as const),
])

const strengthOf = ({ type, text }: Token): number | undefined =>
  type === 'sign' || type === 'word' ? strengthsOfMarks.get(text) : undefined

function joined(reader: Reader, left: Formula, token: Token, strength: number): Formula {
  const { at, text } = token
  switch (text) {
    case '为空':
    case '不为空':
      return { type: 'empty', negated: text === '不为空', value: left, at }
    case '属于':
    case '不属于':
      return { type: 'among', negated: text === '不属于', value: left, members: members(reader, token), at }
    // `^` groups to the right and takes a sign behind it; everything else groups to the left.
    case '^':
      return { type: 'binary', operator: '^', left, right: deeper(reader, () => expression(reader, SIGN), hole(token)), at }
    default:
      return { type: 'binary', operator: text as Operator, left, right: expression(reader, strength + 1), at }
  }
}

const hole = ({ at }: Token): Formula => ({ type: 'hole', at })

function missing(reader: Reader, code: 'operand-missing' | 'condition-missing'): Formula {
  complain(reader, code, next(reader))
  return hole(next(reader))
}

function members(reader: Reader, token: Token): readonly Formula[] {
  if (!isMark(next(reader), '(')) return [missing(reader, 'operand-missing')]
  const found = list(reader, token)
  return found.length > 0 ? found : [missing(reader, 'operand-missing')]
}

/** What stands in parentheses, separated by commas; both parentheses are taken. */
function list(reader: Reader, owner: Token): readonly Formula[] {
  const open = next(reader)
  reader.at++
  if (take(reader, ')')) return []
  const read = (): readonly Formula[] => {
    const found: Formula[] = []
    do found.push(recovered(reader, expression(reader, 0), [',', ')']))
    while (take(reader, ','))
    return found
  }
  const found = deeper(reader, read, [hole(owner)])
  close(reader, open)
  return found
}

function close(reader: Reader, open: Token): void {
  if (!take(reader, ')')) complain(reader, 'parenthesis-open', open)
}

function operand(reader: Reader, least: number): Formula {
  const token = next(reader)
  const { at, text } = token
  if (isMark(token, '+') || isMark(token, '-')) {
    reader.at++
    return { type: 'sign', operator: text === '-' ? '-' : '+', operand: deeper(reader, () => expression(reader, SIGN), hole(token)), at }
  }
  if (isMark(token, '非') && least <= NOT) {
    reader.at++
    return { type: 'not', operand: deeper(reader, () => expression(reader, NOT), hole(token)), at }
  }
  if (!startsOperand(token)) return missing(reader, 'operand-missing')
  if (token.type === 'sign') return group(reader, token)
  reader.at++
  return primary(reader, token)
}

function group(reader: Reader, open: Token): Formula {
  reader.at++
  const inner = deeper(reader, () => recovered(reader, expression(reader, 0), [')']), hole(open))
  close(reader, open)
  return inner
}

function primary(reader: Reader, token: Token): Formula {
  const { type, text, at } = token
  if (type === 'number' || type === 'duration') return { type, text, at }
  if (type === 'string') return { type, value: text, at }
  if (type === 'word' && isMark(next(reader), '(')) return called(reader, token)
  if (text === '') complain(reader, 'operand-missing', token)
  reader.names++
  return text === '' ? hole(token) : { type: 'name', name: text, at }
}

function called(reader: Reader, token: Token): Formula {
  const { text, at } = token
  if (isAggregate(text)) return aggregate(reader, token, text)
  const args = list(reader, token)
  if (text === SAID) return said(reader, token, args)
  if (!isFunction(text)) {
    complain(reader, 'function-unknown', token, { name: text })
    return { type: 'hole', parts: args, at }
  }
  const [least, most] = functions[text]
  if (args.length < least || args.length > most) complain(reader, 'argument-count', token, { name: text, least, most, found: args.length })
  return { type: 'call', name: text, args, at }
}

function aggregate(reader: Reader, token: Token, name: AggregateName): Formula {
  const { at } = token
  const open = next(reader)
  reader.at++
  const read = (): Formula => {
    const argument = recovered(reader, expression(reader, 0), ['其中', ')'])
    if (!take(reader, '其中')) return { type: 'aggregate', name, argument, at }
    const isMissing = isMark(next(reader), ')') || next(reader).type === 'end'
    const condition = isMissing ? missing(reader, 'condition-missing') : recovered(reader, expression(reader, 0), [')'])
    return { type: 'aggregate', name, argument, condition, at }
  }
  const found = deeper(reader, read, hole(token))
  close(reader, open)
  return found
}

/** A condition in words; the data it names still count. */
function said(reader: Reader, token: Token, args: readonly Formula[]): Formula {
  const { at } = token
  const [words, ...named] = args
  const names = named.filter((part): part is Name => part.type === 'name')
  if (words?.type !== 'string') {
    complain(reader, 'argument-count', token, { name: SAID, least: 1, most: limits.operands, found: args.length })
    return { type: 'hole', parts: args, at }
  }
  if (names.length === named.length) return { type: 'said', words: words.value, names, at }
  complain(reader, 'names-only', token)
  return { type: 'hole', parts: args, at }
}
