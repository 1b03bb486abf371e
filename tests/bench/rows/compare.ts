import { create as createDiffer } from 'jsondiffpatch'
import microdiff from 'microdiff'
import { invariant } from '#model/base/invariant.ts'
import { diff } from '#model/compare/diff.ts'
import { merge } from '#model/compare/merging/merge.ts'
import { setFields } from '#model/operations/index.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { timed } from '../measure.ts'
import { all, defineRow, type Other, other } from '../row.ts'
import { loaded } from '../world.ts'

/** What differs, field by field over two maps: the least that anybody must do who knows nothing but the two. */
function fieldByField(a: ReadonlyMap<ElementId, Element>, b: ReadonlyMap<ElementId, Element>): string[] {
  const differing: string[] = []
  for (const [id, before] of a) {
    const after = b.get(id)
    if (after === undefined) differing.push(id)
    else {
      for (const field in before) if (!equal(before[field], after[field])) differing.push(`${id}.${field}`)
      for (const field in after) if (!(field in before)) differing.push(`${id}.${field}`)
    }
  }
  for (const id of b.keys()) if (!a.has(id)) differing.push(id)
  return differing
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in left) if (!equal(left[key], right[key])) return false
  for (const key in right) if (!(key in left)) return false
  return true
}

const copies = (elements: readonly Element[]): Element[] => JSON.parse(JSON.stringify(elements)) as Element[]

const mapOf = (elements: readonly Element[]): ReadonlyMap<ElementId, Element> => new Map(elements.map(one => [one.id, one]))

async function peers(before: readonly Element[], after: readonly Element[]): Promise<Other[]> {
  const [a, b] = [before, after].map(one => Object.fromEntries(mapOf(one)))
  const differ = createDiffer()
  return [other('jsondiffpatch', await timed(() => differ.diff(a, b))), other('microdiff', await timed(() => microdiff(a ?? {}, b ?? {})))]
}

export const diffLoaded = defineRow({
  id: 'diff-loaded',
  title: '比较从两个文件打开的版本（约一千处改动）',
  sizes: all,
  timesOthers: { 逐字段: 1.5, jsondiffpatch: 0.25 },
  async measure(world) {
    const after = world.edited(11)
    const [from, to] = [loaded(world.elements()), loaded(after)]
    const plain = [copies(world.elements()), copies(after)] as const
    const maps = plain.map(mapOf)
    const floor = () => fieldByField(maps[0] ?? new Map(), maps[1] ?? new Map())
    return {
      ours: await timed(() => diff(from, to)),
      floor: other('逐字段', await timed(floor)),
      peers: world.name === 'XL' ? [] : await peers(...plain),
      note: `${diff(from, to).size} 个元素不同`,
    }
  },
})

export const diffShared = defineRow({
  id: 'diff-shared',
  title: '比较同一次会话里的两个版本（一千次编辑）',
  sizes: all,
  async measure(world) {
    const session = world.session()
    const from = session.snapshot()
    const items = [...session.lookups().allOf('item'), ...session.lookups().allOf('dataItem')]
    for (let index = 0; index < 1_000; index++)
      session.run(setFields, { id: items[(index * 7) % items.length] ?? '', fields: { note: `注${index}` } })
    const to = session.snapshot()
    return { ours: await timed(() => diff(from, to)), note: `${diff(from, to).size} 个元素不同` }
  },
})

export const mergeThree = defineRow({
  id: 'merge',
  title: '三方合并（两边各约一千处改动，从文件打开）',
  sizes: all,
  targets: { L: { budget: 300, aim: 100 } },
  async measure(world) {
    const versions = [world.elements(), world.edited(21), world.edited(22)]
    const [base, ours, theirs] = versions.map(loaded)
    invariant(base !== undefined && ours !== undefined && theirs !== undefined, 'three versions were loaded')
    const [a, b, c] = versions.map(elements => mapOf(copies(elements)))
    const merged = merge(base, ours, theirs)
    return {
      ours: await timed(() => merge(base, ours, theirs)),
      floor: other(
        '逐字段比较两次',
        await timed(() => [fieldByField(a ?? new Map(), b ?? new Map()), fieldByField(a ?? new Map(), c ?? new Map())]),
      ),
      note: `${merged.delta.size} 个元素，${merged.conflicts.length} 处冲突`,
    }
  },
})
