import { type BindingPattern, type Node, type Program, Visitor, type VisitorObject } from 'oxc-parser'

/** A use of a name that the file itself declares nowhere around it. */
export interface FreeName {
  readonly name: string
  readonly start: number
}

type Range = readonly [start: number, end: number]

/**
 * Names a file takes from its surroundings. A search for words would report every local called `document`; so uses are
 * compared with the declarations whose scope holds them. Types are left out: they are gone at run time.
 */
export function freeNames(program: Program): FreeName[] {
  const uses: FreeName[] = []
  const scopes: Node[] = []
  const declared = new Map<string, Range[]>()
  const silent: Range[] = []
  const declare = (name: string, scope: Node | undefined): void => {
    if (scope) declared.set(name, [...(declared.get(name) ?? []), [scope.start, scope.end]])
  }
  const declareAll = (pattern: Pattern): void => {
    for (const name of namesIn(pattern)) declare(name, scopes.at(-1))
  }
  new Visitor({
    ...scopeHandlers(scopes, declareAll),
    ...silentHandlers(silent),
    Identifier: ({ name, start }) => void uses.push({ name, start }),
    VariableDeclarator: ({ id }) => declareAll(id),
    ClassDeclaration: ({ id }) => id && declare(id.name, scopes.at(-1)),
    ImportDeclaration: ({ specifiers }) => {
      for (const { local } of specifiers) declare(local.name, program)
    },
  }).visit(program)
  const holds = (ranges: readonly Range[] | undefined, at: number): boolean =>
    ranges?.some(([start, end]) => start <= at && at < end) === true
  return uses.filter(({ name, start }) => !holds(silent, start) && !holds(declared.get(name), start))
}

type Pattern = BindingPattern | { readonly type: 'RestElement' | 'TSParameterProperty' } | null

/** Declares parameters inside the function and its name around it, and keeps the stack of open scopes. */
function scopeHandlers(scopes: Node[], declareAll: (pattern: Pattern) => void): VisitorObject {
  const enter = (node: Node): void => void scopes.push(node)
  const leave = (): void => void scopes.pop()
  const enterFunction = (node: Node & { readonly params: readonly Pattern[] }): void => {
    enter(node)
    for (const param of node.params) declareAll(param)
  }
  return {
    Program: enter,
    'Program:exit': leave,
    BlockStatement: enter,
    'BlockStatement:exit': leave,
    ForStatement: enter,
    'ForStatement:exit': leave,
    ForInStatement: enter,
    'ForInStatement:exit': leave,
    ForOfStatement: enter,
    'ForOfStatement:exit': leave,
    SwitchStatement: enter,
    'SwitchStatement:exit': leave,
    FunctionDeclaration(node) {
      if (node.id) declareAll(node.id)
      enterFunction(node)
    },
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enterFunction,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enterFunction,
    'ArrowFunctionExpression:exit': leave,
    CatchClause(node) {
      enter(node)
      declareAll(node.param)
    },
    'CatchClause:exit': leave,
  }
}

/** Notes where an identifier is a type, a key or a label and so no use of a value. */
function silentHandlers(silent: Range[]): VisitorObject {
  const hush = (node: Node | null): void => void (node && silent.push([node.start, node.end]))
  return {
    TSTypeAnnotation: hush,
    TSTypeAliasDeclaration: hush,
    TSInterfaceDeclaration: hush,
    TSTypeParameterDeclaration: hush,
    TSTypeParameterInstantiation: hush,
    TSAsExpression: node => hush(node.typeAnnotation),
    TSSatisfiesExpression: node => hush(node.typeAnnotation),
    MemberExpression: node => void (node.computed || hush(node.property)),
    Property: node => void (node.computed || node.shorthand || hush(node.key)),
    PropertyDefinition: node => void (node.computed || hush(node.key)),
    MethodDefinition: node => void (node.computed || hush(node.key)),
    ImportDeclaration: hush,
    ExportSpecifier: node => hush(node.exported),
    LabeledStatement: node => hush(node.label),
    MetaProperty: hush,
  }
}

/** The names a pattern binds, defaults aside. */
function namesIn(pattern: Pattern): string[] {
  if (pattern === null) return []
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap(one => namesIn(one.type === 'RestElement' ? one.argument : one.value))
    case 'ArrayPattern':
      return pattern.elements.flatMap(one => (one === null ? [] : namesIn(one.type === 'RestElement' ? one.argument : one)))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return 'argument' in pattern ? namesIn(pattern.argument as Pattern) : []
    default:
      return []
  }
}
