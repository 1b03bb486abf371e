import { posix } from 'node:path'
import { type Expression, Visitor } from 'oxc-parser'
import { filesBelow, isCode, isTest, type Source } from './sources.ts'

/** A folder whose members stand in a list. */
export interface Listing {
  readonly folder: string
  /** The file that is the list, `index.ts` in every folder of it unless another is named. */
  readonly list?: string
  /** What declares a member: calls such as `defineKind(…)` or types such as `Reaction`. */
  readonly declaredBy: readonly string[]
}

/** Every list of the house. A folder that does not exist yet has no members. */
export const listings: readonly Listing[] = [
  { folder: 'model/kinds', declaredBy: ['defineKind'] },
  { folder: 'model/derive', list: 'look-up.ts', declaredBy: ['defineIndex', 'groupedIndex'] },
  { folder: 'model/method', list: 'facts.ts', declaredBy: ['defineFact'] },
  { folder: 'model/operations', declaredBy: ['defineOperation'] },
  { folder: 'model/reactions', declaredBy: ['Reaction'] },
  { folder: 'model/rules', declaredBy: ['defineRule'] },
  { folder: 'model/file/migrations', declaredBy: ['Migration'] },
  { folder: 'tests/bench/rows', declaredBy: ['Row'] },
  { folder: 'exports', declaredBy: ['defineExporter'] },
  { folder: 'imports', declaredBy: ['defineImporter'] },
]

/** The exported constants of a folder that are declared as members, as `file > name`, the list itself aside. */
export function membersOf({ folder, declaredBy }: Listing, sources: readonly Source[]): string[] {
  return below(folder, sources).flatMap(({ path, program }) => {
    const found: string[] = []
    new Visitor({
      ExportNamedDeclaration({ declaration }) {
        if (declaration?.type !== 'VariableDeclaration') return
        for (const { id, init } of declaration.declarations) {
          if (id.type !== 'Identifier') continue
          const typed = id.typeAnnotation?.typeAnnotation
          const type = typed?.type === 'TSTypeReference' && typed.typeName.type === 'Identifier' ? typed.typeName.name : undefined
          if (declaredBy.includes(type ?? '') || declaredBy.includes(calleeOf(init) ?? '')) found.push(`${path} > ${id.name}`)
        }
      },
    }).visit(program)
    return found
  })
}

const calleeOf = (init: Expression | null): string | undefined =>
  init?.type === 'CallExpression' && init.callee.type === 'Identifier' ? init.callee.name : undefined

const below = (folder: string, sources: readonly Source[]): Source[] =>
  sources.filter(({ path }) => path.startsWith(`${folder}/`) && !isTest(path))

/** What a folder's list leaves out or names twice, as sorted sentences. */
export function unlisted(listing: Listing, sources: readonly Source[]): string[] {
  const entries = entriesFrom(`${listing.folder}/${listing.list ?? 'index.ts'}`, sources)
  const missing = membersOf(listing, sources).filter(member => !entries.includes(member))
  const twice = entries.filter((entry, index) => entries.indexOf(entry) !== index)
  return [...missing.map(member => `${member} is missing`), ...twice.map(entry => `${entry} is named twice`)].sort()
}

/** Everything a list names, as `file > name`; lists it spreads in are read too. */
function entriesFrom(list: string, sources: readonly Source[]): string[] {
  const source = sources.find(({ path }) => path === list)
  if (source === undefined) return []
  const imported = importsIn(source)
  const entries: string[] = []
  const add = (local: string): void => {
    const entry = imported.get(local)
    if (entry !== undefined) entries.push(entry)
  }
  new Visitor({
    ArrayExpression({ elements }) {
      for (const one of elements) {
        if (one?.type === 'Identifier') add(one.name)
        if (one?.type !== 'SpreadElement' || one.argument.type !== 'Identifier') continue
        const inner = imported.get(one.argument.name)?.split(' > ')[0]
        if (inner !== undefined) entries.push(...entriesFrom(inner, sources))
      }
    },
    ObjectExpression({ properties }) {
      for (const one of properties) if (one.type === 'Property' && one.value.type === 'Identifier') add(one.value.name)
    },
  }).visit(source.program)
  return entries
}

/** Local name to `file > exported name`. */
function importsIn({ path, program }: Source): Map<string, string> {
  const result = new Map<string, string>()
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      const file = posix.join(posix.dirname(path), source.value)
      for (const one of specifiers)
        if (one.type === 'ImportSpecifier' && one.imported.type === 'Identifier')
          result.set(one.local.name, `${file} > ${one.imported.name}`)
    },
  }).visit(program)
  return result
}

/** Folders with an `index.ts` that is a list of `defineX` members but is not among the listings: nobody would guard it. */
export function unguarded(root: string, sources: readonly Source[]): string[] {
  const indexes = filesBelow(root).filter(path => isCode(path) && path.endsWith('/index.ts'))
  return indexes
    .map(path => posix.dirname(path))
    .filter(folder => {
      if (listings.some(one => folder === one.folder || folder.startsWith(`${one.folder}/`))) return false
      return below(folder, sources).some(({ text }) => /^export const \w+ = define[A-Z]/mu.test(text))
    })
}
