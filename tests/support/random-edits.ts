import type { Result } from '#model/base/result.ts'
import { breachesAmong, lookUp } from '#model/derive/index.ts'
import type { Patch } from '#model/document/draft.ts'
import type { Refusal } from '#model/document/operation.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { kindOf, kinds } from '#model/kinds/index.ts'
import { add, duplicate, move, remove, setFields } from '#model/operations/index.ts'
import { reactions } from '#model/reactions/index.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import type { Element } from '#model/schema/element.ts'
import { openSession, type Session } from '#model/session/session.ts'
import { type Chance, chanceFrom } from '#demo/index.ts'
import { randomFields } from './random-document.ts'
import { type IdsOf, randomName } from './random-values.ts'

export const verbs = ['rename', 'set', 'clear', 'move', 'remove', 'add', 'duplicate'] as const

/** One random edit: what to do, to which element, and the seed of everything else. */
export interface Edit {
  readonly verb: (typeof verbs)[number]
  readonly at: number
  readonly seed: number
}

/** A session as the program opens it, with ids that count and a clock that stands far apart, so that every edit is a step. */
export function sessionOf(snapshot: Snapshot, prefix = 'n'): Session {
  let ids = 0
  let now = 0
  return openSession(snapshot, { lookUp, reactions, breachesAmong, newId: () => `${prefix}${++ids}`, now: () => (now += 1000) })
}

/** Runs an edit through its operation. Undefined when there is nothing it could be done to. */
export function edit(session: Session, { verb, at, seed }: Edit): Result<unknown, Refusal> | undefined {
  const chance = chanceFrom(seed)
  const elements = [...session.snapshot().values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const element = elements[at % Math.max(elements.length, 1)]
  if (verb === 'add') return addOne(session, elements, chance)
  if (element === undefined) return undefined
  switch (verb) {
    case 'rename':
      return session.run(setFields, { id: element.id, fields: { name: randomName(chance) } })
    case 'set':
    case 'clear':
      return session.run(setFields, { id: element.id, fields: patchFor(element, elements, { verb, chance }) })
    case 'move':
      return moveOne(session, element, elements, chance)
    case 'remove':
      return session.run(remove, { ids: [element.id] })
    case 'duplicate':
      return session.run(duplicate, { id: element.id })
  }
}

/** The document after these edits, those refused left out. */
export function edited(snapshot: Snapshot, edits: readonly Edit[], prefix: string): Snapshot {
  const session = sessionOf(snapshot, prefix)
  for (const one of edits) edit(session, one)
  return session.snapshot()
}

const idsIn =
  (elements: readonly Element[]): IdsOf =>
  wanted =>
    elements.filter(one => wanted.includes('*') || wanted.includes(one.kind)).map(one => one.id)

function patchFor(
  element: Element,
  elements: readonly Element[],
  { verb, chance }: { readonly verb: 'set' | 'clear'; readonly chance: Chance },
): Patch {
  const kind = kindOf(element.kind)
  const fields: Patch = kind ? randomFields(kind, idsIn(elements), chance.below(1 << 30)) : {}
  const names = chance.some(Object.keys(fields), 2)
  return Object.fromEntries(names.map(name => [name, verb === 'set' ? fields[name] : undefined]))
}

const ownersFor = (kind: Kind | undefined, elements: readonly Element[]): Element[] =>
  elements.filter(one => kind?.parents?.includes(one.kind))

function moveOne(session: Session, element: Element, elements: readonly Element[], chance: Chance): Result<unknown, Refusal> {
  const owner = chance.pick(ownersFor(kindOf(element.kind), elements))
  const after = owner && chance.pick(session.lookups().ownedBy(owner.id))
  return session.run(move, { id: element.id, ...(owner && !chance.once(6) ? { owner: owner.id } : {}), ...(after ? { after } : {}) })
}

function addOne(session: Session, elements: readonly Element[], chance: Chance): Result<unknown, Refusal> {
  const all: readonly Kind[] = kinds
  const kind = chance.pick(all)
  const owner = chance.pick(ownersFor(kind, elements))
  const fields: Patch = kind ? randomFields(kind, idsIn(elements), chance.below(1 << 30)) : {}
  return session.run(add, { kind: kind?.name ?? '', name: randomName(chance), fields, ...(owner ? { owner: owner.id } : {}) })
}

/** What two people do to one document without knowing of each other. */
export const twists = ['none', 'same ids', 'cross moves', 'two documents', 'remove and edit', 'same fields'] as const

/** Edits of both sides that contradict each other, made before all others. Random edits alone would hardly ever meet so. */
export function contradict(ours: Session, theirs: Session, twist: (typeof twists)[number], seed: number): void {
  const chance = chanceFrom(seed)
  const elements = [...ours.snapshot().values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (twist === 'two documents') for (const side of [ours, theirs]) side.run(add, { kind: 'document', name: randomName(chance) })
  if (twist === 'cross moves') crossMoves(ours, theirs, elements, chance)
  const target = chance.pick(elements)
  if (target === undefined) return
  if (twist === 'same fields') {
    for (const side of [ours, theirs]) for (let times = 0; times < 6; times++) setSome(side, target.id, chance)
  }
  if (twist !== 'remove and edit') return
  ours.run(remove, { ids: [target.id] })
  const inside = theirs.lookups().ownedBy(target.id)
  theirs.run(setFields, { id: chance.pick([target.id, ...inside]) ?? target.id, fields: { name: randomName(chance) } })
}

function setSome(session: Session, id: string, chance: Chance): void {
  const element = session.snapshot().get(id)
  if (element) session.run(setFields, { id, fields: patchFor(element, [...session.snapshot().values()], { verb: 'set', chance }) })
}

/** Each side puts one of two elements into the other. */
function crossMoves(ours: Session, theirs: Session, elements: readonly Element[], chance: Chance): void {
  const partnersOf = (one: Element): Element[] =>
    kindOf(one.kind)?.parents?.includes(one.kind) ? elements.filter(other => other.kind === one.kind && other !== one) : []
  const one = chance.pick(elements.filter(candidate => partnersOf(candidate).length > 0))
  const other = one && chance.pick(partnersOf(one))
  if (one === undefined || other === undefined) return
  ours.run(move, { id: one.id, owner: other.id })
  theirs.run(move, { id: other.id, owner: one.id })
}
