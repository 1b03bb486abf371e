import { invariant } from '#model/base/invariant.ts'
import type { Delta } from '#model/document/delta.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { buildFacts, type Facts, updateFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import { breakthroughPlan } from '#model/method/plan.ts'
import { setFields } from '#model/operations/index.ts'
import { timed, timedBatch, timedEach } from '../measure.ts'
import { readinessFloor } from '../readiness-floor.ts'
import { all, defineRow, other } from '../row.ts'
import type { World } from '../world.ts'

/** A floor that comes to another answer is no floor. */
function floorOf(known: Facts): ReturnType<typeof readinessFloor> {
  const floor = readinessFloor(known)
  const ready = floor.full()
  const ledger = ledgerOf(viewOf(known.state, known.values, known.totals))
  for (const [kind, share] of [
    ['item', ledger.items],
    ['indicator', ledger.indicators],
    ['unit', ledger.units],
    ['system', ledger.systems],
  ] as const)
    invariant((ready.get(kind) ?? 0) === share.ready, `the floor finds ${ready.get(kind)} of ${kind} ready, we ${share.ready}`)
  return floor
}

export const readinessFull = defineRow({
  id: 'readiness-full',
  title: '整个 V 的就绪（全部方法事实，从头算）',
  sizes: all,
  targets: { L: { budget: 50, aim: 5 } },
  async measure(world) {
    const state = world.state()
    const floor = floorOf(world.known())
    return {
      ours: await timed(() => buildFacts(facts, state)),
      floor: other('定型数组', timedBatch(20, floor.full)),
      note: '定型数组只算就绪；我们同时算出使用、来源、部门与协同依据',
    }
  },
})

export interface Change {
  readonly after: DocumentState
  readonly delta: Delta
}

/** Edits of the state of entries, one after the other, with the documents they lead to. */
export function stateChanges(world: World, count: number): Change[] {
  const session = world.session()
  const changes: Change[] = []
  session.subscribe(({ delta, after }) => changes.push({ delta, after }))
  const entries = [...session.lookups().allOf('sharing')]
  // A state that an entry has already is no change, so there are more attempts than changes.
  for (let index = 0; changes.length < count; index++) {
    const round = Math.floor((index * 13) / entries.length)
    const state = ['inUse', 'applied', 'connected', 'listed'][(index + round) % 4] ?? 'listed'
    session.run(setFields, { id: entries[(index * 13) % entries.length] ?? '', fields: { state } })
  }
  return changes
}

export const readinessOne = defineRow({
  id: 'readiness-one',
  title: '改一条共享进展后的就绪',
  sizes: all,
  targets: { L: { budget: 1, aim: 0.01 } },
  measure(world) {
    const known = world.known()
    const floor = floorOf(known)
    const changes = stateChanges(world, 1_200)
    let current = known
    return {
      ours: timedEach(1_000, index => {
        const change = changes[index]
        invariant(change !== undefined, 'as many changes as runs')
        current = updateFacts(facts, current, change.after, change.delta)
        return current
      }),
      floor: other(
        '定型数组',
        timedBatch(1_000, index => floor.flip((index * 13) % floor.entries)),
      ),
    }
  },
})

export const plan = defineRow({
  id: 'plan',
  title: '攻坚排序',
  sizes: ['S', 'M', 'L'],
  targets: { M: { budget: 1_000, aim: 200 }, L: { budget: 5_000, aim: 1_000 } },
  async measure(world) {
    const known = world.known()
    const view = viewOf(known.state, known.values)
    const { steps, unplanned } = breakthroughPlan(view)
    return { ours: await timed(() => breakthroughPlan(view)), note: `${steps.length} 步，${unplanned.length} 条没有服务` }
  },
})
