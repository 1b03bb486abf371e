import { breachesOf, lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { ownedBy } from '#model/derive/owned-by.ts'
import { referencedBy } from '#model/derive/referenced-by.ts'
import { byKind } from '#model/derive/by-kind.ts'
import { byCode, byName } from '#model/derive/by-name.ts'
import { buildFacts } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { elementsOf, sizes } from './documents.ts'
import { diff } from '#model/compare/diff.ts'
import { merge } from '#model/compare/merging/merge.ts'
import { changed } from './document/changed.ts'
const elements = elementsOf(sizes.L)
const json = JSON.stringify(elements)
const snapshot = snapshotOf(elements)
const state = lookUp.start(snapshot)
const only = process.env['ONLY']
const show = async (name: string, run: () => unknown) => {
  if (only && !name.includes(only)) return
  let best = Infinity
  for (let i = 0; i < (only ? 12 : 6); i++) {
    const c = process.cpuUsage()
    run()
    const d = process.cpuUsage(c)
    best = Math.min(best, (d.user + d.system) / 1000)
  }
  console.log(name.padEnd(20), best.toFixed(1))
}
await show('JSON.parse', () => JSON.parse(json))
await show('flat map', () => new Map(elements.map(e => [e.id, e])))
await show('snapshotOf', () => snapshotOf(elements))
await show('iterate', () => {
  let n = 0
  for (const e of snapshot.values()) n += e.id.length
  return n
})
await show('breachesOf', () => breachesOf(snapshot))
for (const index of [ownedBy, referencedBy, byKind, byName, byCode]) await show(index.id, () => index.build(snapshot))
for (let k of [1, 2, 4, 5, facts.length]) await show(`facts ${k} ${facts[k - 1]?.id ?? ''}`, () => buildFacts(facts.slice(0, k), state))
const copy = (s: number) => snapshotOf(JSON.parse(JSON.stringify(changed(elements, s))))
await show('start', () => lookUp.start(snapshot))
const [a, b] = [copy(11), copy(12)]
await show('diff', () => diff(snapshot, a))
await show('merge', () => merge(snapshot, a, b))
