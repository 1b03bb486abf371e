import { unreachable } from '../base/invariant.ts'
import { isOneWord } from './lex.ts'
import { COMPARISON, type Formula, isReserved, NOT, POWER, SAID, SIGN, strengths } from './tree.ts'

/** The formula as text: half-width operators with blanks, brackets only where needed, numbers as written. Law: `parse(print(t))` is `t`. Source: contracts C4.10. */
export const print = (tree: Formula): string => printed(tree, name => quotedName(name.name))

/** Prints with names written by the caller. */
export function printed(tree: Formula, nameOf: (name: Extract<Formula, { type: 'name' }>) => string): string {
  const inside = (part: Formula, least: number): string => (strengthOf(part) < least ? `(${write(part)})` : write(part))
  const list = (parts: readonly Formula[]): string => parts.map(write).join(', ')
  const write = (part: Formula): string => {
    switch (part.type) {
      case 'number':
      case 'duration':
        return part.text
      case 'string':
        return quoted(part.value)
      case 'name':
        return nameOf(part)
      case 'sign':
        return part.operator + inside(part.operand, SIGN)
      case 'not':
        return `非 ${inside(part.operand, NOT)}`
      case 'binary':
        return binary(part, inside)
      case 'among':
        return `${inside(part.value, COMPARISON + 1)} ${part.negated ? '不属于' : '属于'}(${list(part.members)})`
      case 'empty':
        return `${inside(part.value, COMPARISON + 1)} ${part.negated ? '不为空' : '为空'}`
      case 'call':
        return `${part.name}(${list(part.args)})`
      case 'aggregate':
        return `${part.name}(${write(part.argument)}${part.condition === undefined ? '' : ` 其中 ${write(part.condition)}`})`
      case 'said':
        return `${SAID}(${[quoted(part.words), ...part.names.map(write)].join(', ')})`
      case 'hole':
        return (part.parts ?? []).map(write).join(' ')
      default:
        return unreachable(part)
    }
  }
  return write(tree)
}

function binary(part: Extract<Formula, { type: 'binary' }>, inside: (part: Formula, least: number) => string): string {
  const strength = strengths[part.operator]
  if (part.operator === '^') return `${inside(part.left, POWER + 1)} ^ ${inside(part.right, SIGN)}`
  const left = inside(part.left, strength === COMPARISON ? strength + 1 : strength)
  return `${left} ${part.operator} ${inside(part.right, strength + 1)}`
}

function strengthOf(part: Formula): number {
  switch (part.type) {
    case 'binary':
      return strengths[part.operator]
    case 'sign':
      return SIGN
    case 'not':
      return NOT
    case 'among':
    case 'empty':
      return COMPARISON
    default:
      return 10
  }
}

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`

/** The name as it is where it reads as one word, else in brackets. Source: contracts C4.1, C4.10. */
export const quotedName = (name: string): string => (isOneWord(name) && !isReserved(name) ? name : `[${name.replaceAll(']', ']]')}]`)
