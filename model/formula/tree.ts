/** The tree of a formula, plain data. `at` is where a part begins in the text it was read from (UTF-16, zero-based); it takes no part in equality. Source: contracts C4. */
export type Formula =
  | { readonly type: 'number'; readonly text: string; readonly at?: number }
  | { readonly type: 'duration'; readonly text: string; readonly at?: number }
  | { readonly type: 'string'; readonly value: string; readonly at?: number }
  | Name
  | { readonly type: 'sign'; readonly operator: '+' | '-'; readonly operand: Formula; readonly at?: number }
  | { readonly type: 'not'; readonly operand: Formula; readonly at?: number }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula; readonly at?: number }
  | {
      readonly type: 'among'
      readonly negated: boolean
      readonly value: Formula
      readonly members: readonly Formula[]
      readonly at?: number
    }
  | { readonly type: 'empty'; readonly negated: boolean; readonly value: Formula; readonly at?: number }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Formula[]; readonly at?: number }
  | Aggregate
  | { readonly type: 'said'; readonly words: string; readonly names: readonly Name[]; readonly at?: number }
  | Hole

/** A data item or an indicator, by name or code; the id once it is known which. */
export interface Name {
  readonly type: 'name'
  readonly name: string
  readonly id?: string
  readonly at?: number
}

export interface Aggregate {
  readonly type: 'aggregate'
  readonly name: AggregateName
  readonly argument: Formula
  readonly condition?: Formula
  readonly at?: number
}

/** Where something is missing or was not understood. */
export interface Hole {
  readonly type: 'hole'
  /** What could be read inside: its names still count as operands. */
  readonly parts?: readonly Formula[]
  readonly at?: number
}

export type Operator = '或' | '且' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '^'

/** Functions with the least and most arguments they take. */
export const functions = {
  如果: [3, 3],
  绝对值: [1, 1],
  四舍五入: [1, 2],
  取大: [1, 500],
  取小: [1, 500],
  同比: [1, 1],
  环比: [1, 1],
  上期: [1, 2],
  累计: [1, 1],
} as const

export type FunctionName = keyof typeof functions

export const aggregates = ['计数', '去重计数', '求和', '平均', '最大', '最小'] as const

export type AggregateName = (typeof aggregates)[number]

export const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name)

export const isAggregate = (name: string): name is AggregateName => (aggregates as readonly string[]).includes(name)

/** Words that are never names. Source: contracts C4.2, C4.3. */
export const keywords: ReadonlySet<string> = new Set(['或', '且', '非', '属于', '不属于', '为空', '不为空', '其中'])

/** A condition in words. Source: contracts C4.3. */
export const SAID = '说明'

/** Whether the word says something to the language, so that a name spelt like it needs brackets. */
export const isReserved = (word: string): boolean => keywords.has(word) || isFunction(word) || isAggregate(word) || word === SAID

/** How strongly an operator binds; greater is stronger. Source: contracts C4.2. */
export const strengths: { readonly [operator in Operator]: number } = {
  或: 1,
  且: 2,
  '=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
}

export const NOT = 3

export const COMPARISON = 4

export const SIGN = 7

export const POWER = 8

/** The parts directly inside a formula. */
export function partsOf(tree: Formula): readonly Formula[] {
  switch (tree.type) {
    case 'sign':
    case 'not':
      return [tree.operand]
    case 'binary':
      return [tree.left, tree.right]
    case 'among':
      return [tree.value, ...tree.members]
    case 'empty':
      return [tree.value]
    case 'call':
      return tree.args
    case 'aggregate':
      return tree.condition === undefined ? [tree.argument] : [tree.argument, tree.condition]
    case 'said':
      return tree.names
    case 'hole':
      return tree.parts ?? []
    default:
      return []
  }
}
