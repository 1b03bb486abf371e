import { compareKey } from '../base/text.ts'
import { apply, type Delta } from '../document/delta.ts'
import type { DocumentState, Lookups, LookUp, Referrer } from '../document/lookups.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { byKind } from './by-kind.ts'
import { byCode, byName } from './by-name.ts'
import { ownedBy } from './owned-by.ts'
import { referencedBy } from './referenced-by.ts'
import { unresolvedNames } from './unresolved-names.ts'

const indexes = { ownedBy, referencedBy, byKind, byName, byCode, unresolvedNames } as const

type Built = { readonly [Name in keyof typeof indexes]: ReturnType<(typeof indexes)[Name]['build']> }

interface IndexedState extends DocumentState {
  readonly built: Built
}

/** The lookups of a document, kept true by its deltas. */
export const lookUp: LookUp = {
  start(snapshot: Snapshot): IndexedState {
    return stateOf(snapshot, {
      ownedBy: ownedBy.build(snapshot),
      referencedBy: referencedBy.build(snapshot),
      byKind: byKind.build(snapshot),
      byName: byName.build(snapshot),
      byCode: byCode.build(snapshot),
      unresolvedNames: unresolvedNames.build(snapshot),
    })
  },
  next(state: DocumentState, delta: Delta): IndexedState {
    const snapshot = apply(state.snapshot, delta)
    if (!('built' in state)) return this.start(snapshot) as IndexedState
    const { built } = state as IndexedState
    return stateOf(snapshot, {
      ownedBy: ownedBy.update(built.ownedBy, delta),
      referencedBy: referencedBy.update(built.referencedBy, delta),
      byKind: byKind.update(built.byKind, delta),
      byName: byName.update(built.byName, delta),
      byCode: byCode.update(built.byCode, delta),
      unresolvedNames: unresolvedNames.update(built.unresolvedNames, delta),
    })
  },
}

function stateOf(snapshot: Snapshot, built: Built): IndexedState {
  return {
    snapshot,
    built,
    lookups: lookupsOf(built),
    passLookups: () =>
      lookupsOf({
        byKind: built.byKind,
        ownedBy: built.ownedBy.toMap(),
        referencedBy: built.referencedBy.toMap(),
        byName: built.byName.toMap(),
        byCode: built.byCode.toMap(),
        unresolvedNames: built.unresolvedNames.toMap(),
      }),
  }
}

/** Indexes as answers need them: persistent maps, or flat copies of them. */
type Readable = { readonly [Name in keyof Omit<Built, 'byKind'>]: { readonly get: Built[Name]['get'] } } & Pick<Built, 'byKind'>

const none: readonly never[] = []

function lookupsOf(built: Readable): Lookups {
  return {
    ownedBy(owner, kind) {
      const owned = built.ownedBy.get(owner)
      if (owned === undefined) return none
      return (kind === undefined ? owned : owned.filter(one => one.kind === kind)).map(one => one.id)
    },
    referrersOf(target, kind, field) {
      const all = built.referencedBy.get(target)
      if (all === undefined) return none
      const fits = (one: Referrer): boolean => one.kind === kind && (field === undefined || one.field === field)
      // Most targets are referred to in one way only; no list is made for them.
      return kind === undefined || all.every(fits) ? all : all.filter(fits)
    },
    allOf: kind => built.byKind.get(kind)?.keys() ?? none,
    countOf: kind => built.byKind.get(kind)?.size ?? 0,
    named: name => built.byName.get(compareKey(name)) ?? none,
    unresolved: name => built.unresolvedNames.get(compareKey(name)) ?? none,
    coded: code => built.byCode.get(compareKey(code)) ?? none,
  }
}
