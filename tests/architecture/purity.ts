import { type Argument, type CallExpression, type Expression, type MemberExpression, type NewExpression, Visitor } from 'oxc-parser'
import { freeNames } from './free-names.ts'
import { isBelow, pureRooms } from './rooms.ts'
import { isTest, lineAt, type Source } from './sources.ts'

/** What the surroundings offer and pure code may not touch: another machine, day or window would give another answer. */
const forbiddenNames: ReadonlySet<string> = new Set(
  `process Buffer require global globalThis self window document navigator location history screen localStorage sessionStorage
  indexedDB alert fetch XMLHttpRequest WebSocket Worker setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame
  requestIdleCallback performance crypto console eval Function`.split(/\s+/u),
)

/** Getters and setters that speak of the machine's time zone; the `UTC` ones do not. */
const localTime = /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(?:Date|Time)String)$/u

/** Impure uses in the pure rooms, as sorted sentences. Tests may be impure. */
export function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path) && pureRooms.some(room => isBelow(path, room)))
    .flatMap(impuritiesOf)
    .sort()
}

function impuritiesOf({ path, text, program }: Source): string[] {
  const found: string[] = []
  const note = (what: string | undefined, { start }: { readonly start: number }): void => {
    if (what !== undefined) found.push(`${path}:${lineAt(text, start)} uses ${what}`)
  }
  for (const use of freeNames(program)) if (forbiddenNames.has(use.name)) note(use.name, use)
  new Visitor({
    MemberExpression: node => note(impureMember(node), node),
    CallExpression: node => note(impureCall(node), node),
    NewExpression: node => note(impureConstruction(node), node),
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier') return
      for (const one of id.properties)
        if (one.type === 'Property' && one.key.type === 'Identifier') note(impureProperty(init.name, one.key.name), one)
    },
  }).visit(program)
  return found
}

function impureMember(node: MemberExpression): string | undefined {
  const name = propertyOf(node)
  if (name === undefined) return
  return impureProperty(node.object.type === 'Identifier' ? node.object.name : '', name)
}

/** The written name of a property, `a.b` or `a['b']`. */
function propertyOf({ property }: MemberExpression): string | undefined {
  if (property.type === 'Identifier') return property.name
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

function impureProperty(object: string, name: string): string | undefined {
  if ((object === 'Date' && name === 'now') || (object === 'Math' && name === 'random')) return `${object}.${name}`
  if (name.startsWith('toLocale')) return `.${name}, which depends on the machine's locale`
  return localTime.test(name) ? `.${name}, which depends on the machine's time zone` : undefined
}

function impureCall(node: CallExpression): string | undefined {
  const { callee, arguments: given } = node
  if (callee.type === 'Identifier' && callee.name === 'Date') return 'Date(), the machine’s clock'
  if (callee.type !== 'MemberExpression') return
  if (propertyOf(callee) === 'localeCompare' && isLeftOpen(given[1])) return '.localeCompare without a locale'
  return impureFormat(callee, given)
}

function impureConstruction({ callee, arguments: given }: NewExpression): string | undefined {
  if (callee.type === 'MemberExpression') return impureFormat(callee, given)
  if (callee.type !== 'Identifier' || callee.name !== 'Date') return
  if (given.length === 0) return 'new Date(), the machine’s clock'
  return given.length > 1 ? 'new Date(year, month, …), the machine’s time zone' : undefined
}

/** `Intl` asks the machine for a locale that is not given, and for the time zone of dates. */
function impureFormat(callee: MemberExpression, given: readonly Argument[]): string | undefined {
  if (callee.object.type !== 'Identifier' || callee.object.name !== 'Intl') return
  const name = propertyOf(callee) ?? '…'
  if (isLeftOpen(given[0])) return `Intl.${name} without a locale`
  return name === 'DateTimeFormat' && !hasProperty(given[1], 'timeZone') ? 'Intl.DateTimeFormat without a time zone' : undefined
}

function isLeftOpen(argument: Argument | undefined): boolean {
  if (argument === undefined) return true
  return (
    (argument.type === 'Identifier' && argument.name === 'undefined') ||
    (argument.type === 'ArrayExpression' && argument.elements.length === 0)
  )
}

function hasProperty(argument: Argument | Expression | undefined, name: string): boolean {
  if (argument?.type !== 'ObjectExpression') return false
  return argument.properties.some(one => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name)
}
