import { same } from '../base/json.ts'
import type { Problem } from './problems.ts'
import { printed, quotedName } from './print.ts'
import { type Formula, type Name, partsOf } from './tree.ts'

/** A name a formula refers to, once however often it stands there. */
export interface FormulaReference {
  readonly name: string
  readonly id?: string
  /** Where it first stands. */
  readonly at: number
  /** Whether it stands in filters alone. */
  readonly inFilter: boolean
}

/** The distinct references in the order of the text; data of a condition in words count. Source: contracts C4.3, C4.4. */
export function references(tree: Formula): FormulaReference[] {
  const found = new Map<string, FormulaReference>()
  const visit = (part: Formula, inFilter: boolean): void => {
    if (part.type === 'name') {
      const key = part.id === undefined ? `name ${part.name}` : `id ${part.id}`
      const known = found.get(key)
      if (known === undefined)
        found.set(key, { name: part.name, ...(part.id === undefined ? {} : { id: part.id }), at: part.at ?? 0, inFilter })
      else if (known.inFilter && !inFilter) found.set(key, { ...known, inFilter: false })
    }
    if (part.type === 'aggregate') {
      visit(part.argument, inFilter)
      if (part.condition) visit(part.condition, true)
    } else for (const inner of partsOf(part)) visit(inner, inFilter)
  }
  visit(tree, false)
  return [...found.values()]
}

/** The tree with every name replaced. */
export function withNames(tree: Formula, replace: (name: Name) => Name): Formula {
  const go = (part: Formula): Formula => withNames(part, replace)
  switch (tree.type) {
    case 'name':
      return replace(tree)
    case 'sign':
    case 'not':
      return { ...tree, operand: go(tree.operand) }
    case 'binary':
      return { ...tree, left: go(tree.left), right: go(tree.right) }
    case 'among':
      return { ...tree, value: go(tree.value), members: tree.members.map(go) }
    case 'empty':
      return { ...tree, value: go(tree.value) }
    case 'call':
      return { ...tree, args: tree.args.map(go) }
    case 'aggregate':
      return { ...tree, argument: go(tree.argument), ...(tree.condition === undefined ? {} : { condition: go(tree.condition) }) }
    case 'said':
      return { ...tree, names: tree.names.map(replace) }
    case 'hole':
      return tree.parts === undefined ? tree : { ...tree, parts: tree.parts.map(go) }
    default:
      return tree
  }
}

/** What a name may mean. */
export interface Meaning {
  readonly id: string
  readonly kind: 'dataItem' | 'indicator'
  readonly name: string
}

export interface Bound {
  readonly tree: Formula
  /** A name that fits several elements, with what they are. */
  readonly problems: readonly Problem[]
  /** Names that fit nothing; each proposes a data item. */
  readonly unresolved: readonly string[]
}

/** Gives each name the id of what it means. Source: contracts C4.4. */
export function bind(tree: Formula, resolve: (name: string) => readonly Meaning[]): Bound {
  const problems: Problem[] = []
  const unresolved = new Set<string>()
  const seen = new Set<string>()
  const bound = withNames(tree, name => {
    const meanings = resolve(name.name)
    const [only, ...others] = meanings
    if (only && others.length === 0) return { ...name, id: only.id }
    if (only === undefined) unresolved.add(name.name)
    else if (!seen.has(name.name))
      problems.push({ code: 'name-ambiguous', at: name.at ?? 0, values: { name: name.name, candidates: meanings.map(one => one.id) } })
    seen.add(name.name)
    return name
  })
  return { tree: bound, problems, unresolved: [...unresolved] }
}

/** The tree with today's names of the elements it refers to. Source: contracts C4.4. */
export const rename = (tree: Formula, nameOf: (id: string) => string | undefined): Formula =>
  withNames(tree, name => (name.id === undefined ? name : { ...name, name: nameOf(name.id) ?? name.name }))

/** What formulas are compared and merged by: the tree with ids in place of names, so that a rename is no difference. Source: contracts C4.4. */
export const key = (tree: Formula): string =>
  printed(tree, name => (name.id === undefined ? unboundKey(name.name) : `[#${name.id.replaceAll(']', ']]')}]`))

/** A name that itself begins with `#` must not pass for an id. */
const unboundKey = (name: string): string => (name.startsWith('#') ? quotedName(`#${name}`) : quotedName(name))

/** Whether two trees say the same with the same names; where they stood in a text takes no part. */
export const treeEquals = (a: Formula, b: Formula): boolean => same(withoutPlaces(a), withoutPlaces(b))

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([field, part]) => (field === 'at' ? [] : [[field, withoutPlaces(part)]])))
}
