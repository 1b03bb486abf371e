import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { type Expression, Visitor } from 'oxc-parser'
import { isBelow, type Room, roomOf, rooms } from './rooms.ts'
import { isTest, type Source } from './sources.ts'

/** One import as written. Undefined when the name is computed, so that nobody can know where it leads. */
export interface Import {
  readonly from: string
  readonly specifier: string | undefined
}

/** Imports of values and types, re-exports, `import()`, `import('…').T`, `require` and files named for a worker. */
export function importsOf({ path, program }: Source): Import[] {
  const found: Import[] = []
  const note = (specifier: string | undefined): void => void found.push({ from: path, specifier })
  new Visitor({
    ImportDeclaration: node => note(node.source.value),
    ExportAllDeclaration: node => note(node.source.value),
    ExportNamedDeclaration: node => node.source && note(node.source.value),
    ImportExpression: node => note(literal(node.source)),
    TSImportType: node => note(node.source.value),
    TSExternalModuleReference: node => note(node.expression.value),
    CallExpression: node => node.callee.type === 'Identifier' && node.callee.name === 'require' && note(literal(node.arguments[0])),
    NewExpression({ callee, arguments: [file, base] }) {
      const isFile =
        callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty'
      const name = isFile ? literal(file) : undefined
      if (name !== undefined && /^\.\.?\/.*\.[cm]?[jt]sx?$/u.test(name)) note(name)
    },
  }).visit(program)
  return found
}

function literal(node: Expression | { readonly type: 'SpreadElement' } | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** What is wrong with the imports of these files, as sorted sentences; empty when every arrow points down. */
export function violations(sources: readonly Source[]): string[] {
  const homeless = sources.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => `${path} is in no room`)
  const wrong = sources.flatMap(importsOf).flatMap(one => wrongWith(one) ?? [])
  return [...new Set([...homeless, ...wrong])].sort()
}

function wrongWith({ from, specifier }: Import): string | undefined {
  const room = roomOf(from)
  if (room === undefined) return
  const home = { name: room, ...placeFor(from, room) }
  if (specifier === undefined) return isBelow(room, 'tests') || isBelow(room, 'scripts') ? undefined : `${from} imports a computed name`
  if (specifier.startsWith('.')) return wrongPath(from, posix.join(posix.dirname(from), specifier), home)
  if (specifier.startsWith('#')) return wrongAlias(from, specifier.slice(1), home)
  return wrongPackage(from, specifier, home)
}

/** The room with its name, as one importing file sees it. */
type Home = Room & { readonly name: string }

/** A test beside the code sees its whole top-level room, all that one sees, the test vocabulary and every package. */
function placeFor(path: string, name: string): Room {
  const own = rooms[name] ?? { sees: [], packages: [] }
  if (!isTest(path)) return own
  const top = topOf(path)
  const sees = Object.entries(rooms).flatMap(([room, { sees }]) => (isBelow(room, top) ? [room, ...sees] : []))
  return { sees: [...sees, 'tests', 'templates'], packages: ['*'] }
}

const topOf = (path: string): string => path.split('/')[0] ?? path

function wrongPath(from: string, to: string, home: Home): string | undefined {
  if (topOf(from) !== topOf(to) && to.includes('/') && topOf(to) !== 'dist') return `${from} writes a path to ${to} instead of #${to}`
  return wrongArrow(from, to, home)
}

function wrongAlias(from: string, to: string, home: Home): string | undefined {
  if (topOf(from) === topOf(to)) return `${from} writes #${to} inside its own room`
  return wrongArrow(from, to, home)
}

function wrongArrow(from: string, to: string, home: Home): string | undefined {
  const target = roomOf(to) ?? to
  if (target === home.name)
    return isTest(from) || !reachesSideways(from, to, home) ? undefined : `${from} reaches into ${childOf(to, home.name)}`
  if (from === `${home.name}/index.ts` && isBelow(to, home.name)) return
  if (home.sees.some(room => isBelow(to, room))) return
  return `${from} looks up to ${to}`
}

/** Between two children of a room whose children keep apart. Files that lie directly in such a room are shared, unless files keep apart too. */
function reachesSideways(from: string, to: string, { name, apart }: Home): boolean {
  if (apart === undefined || from === `${name}/index.ts`) return false
  const [ours, theirs] = [childOf(from, name), childOf(to, name)]
  if (ours === theirs) return false
  return apart === 'files' || theirs !== to
}

/** The folder or file directly in the room on the way to a path. */
const childOf = (path: string, room: string): string => `${room}/${path.slice(room.length + 1).split('/')[0] ?? ''}`

function wrongPackage(from: string, specifier: string, { packages }: Home): string | undefined {
  const name = isBuiltin(specifier) ? 'node:' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return packages.includes('*') || packages.includes(name) ? undefined : `${from} imports ${specifier}`
}
