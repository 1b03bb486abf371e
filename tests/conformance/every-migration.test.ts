import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FORMAT } from '#model/file/format.ts'
import { formatAfter, type Migration, migrate, migrations } from '#model/file/migrations/index.ts'

/** Planted steps: the frame is tested before there is a real one. */
const planted: readonly Migration[] = [
  {
    to: 2,
    id: 'migration/title-becomes-name',
    up: raw => raw.map(({ title, ...rest }) => (title === undefined ? rest : { ...rest, name: title })),
    sample: { before: [{ id: 'i', kind: 'item', title: 'x' }], after: [{ id: 'i', kind: 'item', name: 'x' }] },
  },
  {
    to: 3,
    id: 'migration/no-gadgets',
    up: raw => raw.filter(({ kind }) => kind !== 'gadget'),
    sample: { before: [{ id: 'g', kind: 'gadget', name: 'x' }], after: [] },
  },
]

const old = [
  { id: 'i', kind: 'item', title: '旧' },
  { id: 'g', kind: 'gadget', title: '没了' },
]

describe.each([['ours', migrations] as const, ['planted', planted] as const])('migrations (%s)', (_whose, steps) => {
  test('lead from one format to the next, to the one we write', () => {
    expect(formatAfter(steps)).toBe(steps.length + 1)
    if (steps === migrations) expect(formatAfter(steps)).toBe(FORMAT)
  })

  test('have names of their own', () => {
    expect(new Set(steps.map(step => step.id)).size).toBe(steps.length)
    for (const { id } of steps) expect(id).toMatch(/^migration\/[a-z-]+$/u)
  })

  test('do to their samples what they say, and leave the samples alone', () => {
    for (const { up, sample } of steps) {
      const before = JSON.stringify(sample.before)
      expect(up(sample.before)).toStrictEqual(sample.after)
      expect(JSON.stringify(sample.before)).toBe(before)
    }
  })
})

test('every file of a step stands in the list', () => {
  const files = readdirSync(new URL('../../model/file/migrations/', import.meta.url)).filter(name =>
    /^\d{4}-.*(?<!\.test)\.ts$/u.test(name),
  )
  expect(files.map(name => Number(name.slice(0, 4)))).toStrictEqual(migrations.map(step => step.to))
})

test('[22] going step by step is going in one go, and going again changes nothing', () => {
  const { elements, taken } = migrate(old, 1, planted)
  expect(elements).toStrictEqual([{ id: 'i', kind: 'item', name: '旧' }])
  expect(taken).toStrictEqual(planted.map(step => step.id))
  const first = migrate(old, 1, planted.slice(0, 1)).elements
  expect(migrate(first, 2, planted).elements).toStrictEqual(elements)
  expect(migrate(elements, 3, planted)).toStrictEqual({ elements, taken: [] })
})

test('a gap in the list is a bug of ours', () => {
  expect(() => formatAfter(planted.slice(1))).toThrow('migration/no-gadgets')
})
