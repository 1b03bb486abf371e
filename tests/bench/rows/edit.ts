import { produce, setAutoFreeze } from 'immer'
import { create } from 'mutative'
import { invariant } from '#model/base/invariant.ts'
import { setFields } from '#model/operations/index.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { timed, timedEach } from '../measure.ts'
import { all, defineRow, type Other, other } from '../row.ts'
import type { World } from '../world.ts'

const EDITS = 1_000

/** The document as others would hold it: one big object, elements by id. */
type Big = Record<ElementId, { name: string; needs?: string[] }>

const bigOf = (world: World): Big => Object.fromEntries(world.elements().map(element => [element.id, { ...element }]))

/** The same change made by libraries that copy what they change. */
async function peers(world: World, id: ElementId, change: (draft: Big, round: number) => void): Promise<Other[]> {
  const big = bigOf(world)
  invariant(big[id] !== undefined, 'the edited element is there')
  setAutoFreeze(true)
  let round = 0
  return [
    other('immer', await timed(() => produce(big, draft => change(draft, ++round)))),
    other('mutative', await timed(() => create(big, draft => change(draft, ++round)))),
  ]
}

export const rename = defineRow({
  id: 'edit-rename',
  title: '改一个事项的名称（操作、联动、完整性、查找表、历史）',
  sizes: all,
  judged: 'p95',
  targets: { L: { budget: 1, aim: 0.1 } },
  async measure(world) {
    const session = world.session()
    const items = [...session.lookups().allOf('item')]
    const id = items[0] ?? ''
    return {
      ours: timedEach(EDITS, index => {
        const done = session.run(setFields, { id: items[index % items.length] ?? '', fields: { name: `改名${index}` } })
        invariant(done.ok, 'a name may be changed')
      }),
      peers: await peers(world, id, (draft, round) => {
        const item = draft[id]
        if (item) item.name = `改名${round}`
      }),
    }
  },
})

export const needs = defineRow({
  id: 'edit-needs',
  title: '改一个事项的数据需求',
  sizes: all,
  judged: 'p95',
  targets: { L: { budget: 1, aim: 0.1 } },
  async measure(world) {
    const session = world.session()
    const items = world.elements().filter(element => element.kind === 'item')
    const id = items[0]?.id ?? ''
    return {
      ours: timedEach(EDITS, index => {
        const done = session.run(setFields, { id: items[index % items.length]?.id ?? '', fields: { needs: someNeeds(items, index) } })
        invariant(done.ok, 'needs may be changed')
      }),
      peers: await peers(world, id, (draft, round) => {
        const item = draft[id]
        if (item) item.needs = [...someNeeds(items, round)]
      }),
    }
  },
})

/** Needs of another item, and another one each time. */
const someNeeds = (items: readonly Element[], index: number): readonly string[] =>
  items[(index * 7 + Math.floor(index / items.length) + 1) % items.length]?.['needs'] as readonly string[]

export const undoRedo = defineRow({
  id: 'undo',
  title: '撤销与重做',
  sizes: all,
  judged: 'p95',
  targets: { L: { budget: 1, aim: 0.1 } },
  measure(world) {
    const session = world.session()
    const items = [...session.lookups().allOf('item')]
    for (let index = 0; index < 200; index++)
      session.run(setFields, { id: items[index % items.length] ?? '', fields: { name: `改名${index}` } })
    return {
      ours: timedEach(EDITS, index => {
        const back = Math.floor(index / 100) % 2 === 0
        invariant(back ? session.undo() : session.redo(), 'there is a step to take')
      }),
    }
  },
})
