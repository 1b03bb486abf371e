import { unresolvedIn } from '#model/derive/unresolved-names.ts'
import type { Lookups } from '#model/document/lookups.ts'
import type { AnyFact, View } from '#model/method/define-fact.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import type { Rule } from '#model/rules/index.ts'
import { type Hop, hopsOf } from '#model/rules/paths.ts'
import { reachedAgain, targetsOf } from '#model/rules/walk.ts'

/** What a rule may read by its own declaration, seen from one element. */
interface Allowed {
  /** Fields of elements; `*` for all of them. */
  readonly fields: Map<ElementId, Set<string>>
  /** Questions to the lookups: `x owned step`, `x by sharing requirement`, `name`, `all organisation`. */
  readonly questions: Set<string>
  readonly facts: Set<string>
}

/** A view that notes every reading of a rule which its `looksAt` does not declare; incremental checking would miss those. */
export function watchedView(rule: Rule, element: Element, view: View): { readonly view: View; readonly undeclared: ReadonlySet<string> } {
  const undeclared = new Set<string>()
  if (rule.looksAt?.includes('totals')) return { view, undeclared }
  const allowed = allowedFrom(rule, element, view)
  const ask = (question: string, ...wider: string[]): void => {
    if (![question, ...wider].some(one => allowed.questions.has(one))) undeclared.add(`asks ${question}`)
  }
  const watched: View = {
    get(id) {
      const other = view.get(id)
      if (other === undefined || id === element.id) return other
      const fields = allowed.fields.get(id)
      if (fields === undefined) undeclared.add(`reads a ${other.kind}`)
      return fields === undefined || fields.has('*') ? other : guarded(other, fields, undeclared)
    },
    fact<V>(fact: Parameters<typeof view.fact<V>>[0], id: ElementId) {
      if (id !== '' && view.get(id) && !allowed.facts.has(`${fact.id} ${id}`)) undeclared.add(`fact ${fact.id} of a ${view.get(id)?.kind}`)
      return view.fact(fact, id)
    },
    total(counter) {
      undeclared.add(`total ${counter}`)
      return view.total(counter)
    },
    lookups: watchedLookups(view.lookups, ask),
  }
  return { view: watched, undeclared }
}

function watchedLookups(lookups: Lookups, ask: (question: string, ...wider: string[]) => void): Lookups {
  return {
    ownedBy(owner, kind = '*') {
      if (owner !== '') ask(`${owner} owned ${kind}`, `${owner} owned *`)
      return lookups.ownedBy(owner, kind === '*' ? undefined : kind)
    },
    referrersOf(target, kind, field) {
      if (target !== '') ask(`${target} by ${kind ?? '*'} ${field ?? '*'}`, `${target} by ${kind ?? '*'} *`, `${target} by * *`)
      return lookups.referrersOf(target, kind, field)
    },
    allOf(kind) {
      ask(`all ${kind}`)
      return lookups.allOf(kind)
    },
    countOf(kind) {
      ask(`all ${kind}`)
      return lookups.countOf(kind)
    },
    named(name) {
      ask('name')
      return lookups.named(name)
    },
    coded(code) {
      ask('code')
      return lookups.coded(code)
    },
    unresolved(name) {
      ask('unresolved')
      return lookups.unresolved(name)
    },
  }
}

/** The element with a note of every field that is read without leave. */
const guarded = (element: Element, fields: ReadonlySet<string>, undeclared: Set<string>): Element =>
  new Proxy(element, {
    get(target, field) {
      if (typeof field === 'string' && field !== 'id' && field !== 'kind' && !fields.has(field))
        undeclared.add(`reads ${target.kind}.${field}`)
      return Reflect.get(target, field)
    },
    has(target, field) {
      if (typeof field === 'string' && !fields.has(field)) undeclared.add(`reads ${target.kind}.${field}`)
      return Reflect.has(target, field)
    },
  })

function allowedFrom(rule: Rule, element: Element, view: View): Allowed {
  const allowed: Allowed = { fields: new Map(), questions: new Set(), facts: new Set() }
  for (const reading of rule.looksAt ?? []) {
    if (reading === 'totals') continue
    if (typeof reading === 'string') allow(allowed, follow(element, hopsOf(reading), view, allowed), ['*'])
    else if ('named' in reading) allow(allowed, follow(element, hopsOf(reading.named), view, allowed), ['name', 'shortName'])
    else if ('fact' in reading) allowFact(allowed, reading.fact, follow(element, hopsOf(reading.at ?? ''), view, allowed))
    else allow(allowed, follow(element, hopsOf(reading[0]), view, allowed), reading.slice(1))
  }
  return allowed
}

function allow({ fields }: Allowed, ids: Iterable<ElementId>, names: readonly string[]): void {
  for (const id of ids) {
    const known = fields.get(id) ?? new Set<string>()
    for (const name of names) known.add(name)
    fields.set(id, known)
  }
}

function allowFact({ facts }: Allowed, fact: AnyFact, ids: Iterable<ElementId>): void {
  for (const id of ids) facts.add(`${fact.id} ${id}`)
}

/** What is reached along a path, with leave to ask for each hop and to read the fields that decide about it. */
function follow(element: Element, hops: readonly Hop[], view: View, allowed: Allowed): ReadonlySet<ElementId> {
  let reached: ReadonlySet<ElementId> = new Set([element.id])
  for (const hop of hops) {
    const next = new Set<ElementId>()
    for (const id of reached) {
      const here = view.get(id)
      if (here) for (const other of ahead(hop, here, view, allowed)) next.add(other)
    }
    reached = next
    allow(allowed, reached, edgeFields(hop))
  }
  return reached
}

function edgeFields({ way, field }: Hop): readonly string[] {
  switch (way) {
    case 'owned':
      return ['owner', 'order']
    case 'by':
    case 'every':
      return [field ?? '*']
    case 'name':
      return ['name', 'shortName']
    case 'code':
      return ['code']
    case 'awaited':
      return ['name', 'code']
    default:
      return []
  }
}

function ahead({ way, kind, field }: Hop, element: Element, { lookups, get }: View, allowed: Allowed): Iterable<ElementId> {
  const { id } = element
  switch (way) {
    case 'owner':
      allow(allowed, [id], ['owner'])
      return element.owner === undefined ? [] : [element.owner]
    case 'owned':
      allowed.questions.add(`${id} owned ${kind ?? '*'}`)
      return lookups.ownedBy(id, kind)
    case 'ref':
      allow(allowed, [id], [field ?? ''])
      return targetsOf(element, field)
    case 'every':
      allow(allowed, [id], [field ?? ''])
      return reachedAgain(id, one => targetsOf(get(one) ?? element, field))
    case 'by':
      allowed.questions.add(`${id} by ${kind ?? '*'} ${field ?? '*'}`)
      return lookups.referrersOf(id, kind, field).map(one => one.from)
    case 'all':
      allowed.questions.add(`all ${kind ?? '*'}`)
      return lookups.allOf(kind ?? '')
    case 'name':
      allowed.questions.add('name')
      return lookups.named(element.name)
    case 'code':
      allowed.questions.add('code')
      return element.code === undefined ? [] : lookups.coded(element.code)
    case 'awaited':
      for (const question of ['name', 'code']) allowed.questions.add(question)
      return unresolvedIn(element).flatMap(name => [...lookups.named(name), ...lookups.coded(name)])
  }
}
