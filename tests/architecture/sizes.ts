import { posix } from 'node:path'
import { type Node, Visitor } from 'oxc-parser'
import { isTest, lineAt, type Source } from './sources.ts'

/** What a file, a test, a function and a folder may hold: lines, lines, lines and source files. Source: contracts C9.5. */
export const limits = { file: 250, test: 400, function: 50, folder: 12 } as const

/** Something larger than it should be. */
export interface Breach {
  readonly sort: keyof typeof limits
  /** The file or folder, for a function followed by ` > ` and its name. */
  readonly place: string
  readonly size: number
}

/** Everything over its limit. Functions in tests are not measured: a `describe` is a chapter, not a function. */
export function breaches(sources: readonly Source[]): Breach[] {
  const measured: Breach[] = sources.flatMap(source => {
    const size = source.text.trimEnd().split('\n').length
    if (isTest(source.path)) return [{ sort: 'test' as const, place: source.path, size }]
    return [{ sort: 'file' as const, place: source.path, size }, ...functionsIn(source)]
  })
  return [...measured, ...foldersIn(sources)].filter(({ sort, size }) => size > limits[sort])
}

function functionsIn({ path, text, program }: Source): Breach[] {
  const found: Breach[] = []
  const measure = (name: string | undefined, { start, end }: Node): void => {
    const size = lineAt(text, end) - lineAt(text, start) + 1
    found.push({ sort: 'function', place: `${path} > ${name ?? `line ${lineAt(text, start)}`}`, size })
  }
  const names = new Map<number, string>()
  new Visitor({
    VariableDeclarator: ({ id, init }) => void (id.type === 'Identifier' && init && names.set(init.start, id.name)),
    Property: ({ key, value }) => void (key.type === 'Identifier' && names.set(value.start, key.name)),
    MethodDefinition: ({ key, value }) => void (key.type === 'Identifier' && names.set(value.start, key.name)),
    FunctionDeclaration: node => measure(node.id?.name, node),
    FunctionExpression: node => measure(names.get(node.start), node),
    ArrowFunctionExpression: node => measure(names.get(node.start), node),
  }).visit(program)
  return found
}

function foldersIn(sources: readonly Source[]): Breach[] {
  const sizes = new Map<string, number>()
  for (const { path } of sources) {
    const folder = posix.dirname(path)
    if (!isTest(path)) sizes.set(folder, (sizes.get(folder) ?? 0) + 1)
  }
  return Array.from(sizes, ([place, size]) => ({ sort: 'folder' as const, place, size }))
}
