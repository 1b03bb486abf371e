import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loops } from './loops.ts'

type Edges = Readonly<Record<string, readonly string[]>>

const find = (edges: Edges, ids = Object.keys(edges)) => loops(ids, id => edges[id] ?? [])

const graphs: fc.Arbitrary<Edges> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 14 })
  .map(pairs => {
    const edges: Record<string, string[]> = {}
    for (const [from, to] of pairs) edges[`n${from}`] = [...(edges[`n${from}`] ?? []), `n${to}`]
    return edges
  })

function reaches(edges: Edges, from: string, to: string): boolean {
  const seen = new Set<string>()
  const pending = [...(edges[from] ?? [])]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === to) return true
    if (!seen.has(id)) pending.push(...(edges[id] ?? []))
    seen.add(id)
  }
  return false
}

describe('loops', () => {
  test.each<[string, Edges, readonly string[][]]>([
    ['none', { A: ['B', 'C'], B: ['C'], C: [] }, []],
    ['itself', { A: ['A'] }, [['A', 'A']]],
    ['from the smallest id, wherever it was entered', { C: ['A'], A: ['B'], B: ['C'] }, [['A', 'B', 'C', 'A']]],
    [
      'two that share a part',
      { A: ['B', 'C'], B: ['D'], C: ['D'], D: ['A'] },
      [
        ['A', 'B', 'D', 'A'],
        ['A', 'C', 'D', 'A'],
      ],
    ],
    ['what only leads to a loop is on none', { X: ['A'], A: ['B'], B: ['A', 'Y'], Y: [] }, [['A', 'B', 'A']]],
  ])('%s', (_name, edges, expected) => expect(find(edges)).toStrictEqual(expected))

  test('each is a path along operands, comes once, and all that is on a loop is on one of them', () => {
    fc.assert(
      fc.property(graphs, edges => {
        const found = find(edges)
        expect(new Set(found.map(String)).size).toBe(found.length)
        for (const loop of found) {
          expect(loop[0]).toBe(loop.at(-1))
          expect(new Set(loop).size).toBe(loop.length - 1)
          loop.slice(1).forEach((to, at) => expect(edges[loop[at] ?? '']).toContain(to))
        }
        const covered = new Set(found.flat())
        for (const id of Object.keys(edges)) expect(covered.has(id)).toBe(reaches(edges, id, id))
      }),
      { numRuns: 2000 },
    )
  })

  test('chains and one long loop of 20,000 are no trouble', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `n${at}`)
    const after = (id: string) => `n${Number(id.slice(1)) + 1}`
    expect(loops(ids, id => (after(id) === 'n20000' ? [] : [after(id)]))).toStrictEqual([])
    expect(loops(ids, id => (after(id) === 'n20000' ? ['n0'] : [after(id)]))[0]).toHaveLength(20_001)
  })
})
