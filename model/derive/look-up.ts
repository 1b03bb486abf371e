import { compareKey } from '../base/text.ts'
import { apply, type Delta } from '../document/delta.ts'
import type { DocumentState, Lookups, LookUp } from '../document/lookups.ts'
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
  return { snapshot, built, lookups: lookupsOf(built) }
}

const none: readonly never[] = []

function lookupsOf(built: Built): Lookups {
  return {
    ownedBy(owner, kind) {
      const owned = built.ownedBy.get(owner) ?? none
      return (kind === undefined ? owned : owned.filter(one => one.kind === kind)).map(one => one.id)
    },
    referrersOf(target, kind, field) {
      const all = built.referencedBy.get(target) ?? none
      if (kind === undefined) return all
      return all.filter(one => one.kind === kind && (field === undefined || one.field === field))
    },
    allOf: kind => built.byKind.get(kind)?.keys() ?? none,
    countOf: kind => built.byKind.get(kind)?.size ?? 0,
    named: name => built.byName.get(compareKey(name)) ?? none,
    unresolved: name => built.unresolvedNames.get(compareKey(name)) ?? none,
    coded: code => built.byCode.get(compareKey(code)) ?? none,
  }
}
