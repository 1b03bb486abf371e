import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Element } from '#model/schema/element.ts'

const folder = new URL('../../templates/', import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

interface Source {
  readonly lessons: { readonly [rule: string]: string }
  readonly fromPlan: string
  readonly purpose: string
  readonly tables: { readonly [kind: string]: readonly string[] }
}

/** The script has no types; it is run by hand, not by the product. */
const { compileSource } = (await import(new URL('../scripts/templates/source/compile-source.mjs', folder).href)) as {
  readonly compileSource: (id: string, source: unknown, clauses: unknown) => readonly Element[]
}
const clauses = JSON.parse(readFileSync(new URL('../scripts/templates/plan-clauses.json', folder), 'utf8'))

const written = readdirSync(folder).filter(name => existsSync(new URL(`${name}/source.json`, folder)))

test('there are templates that are written as tables', () => expect(written.length).toBeGreaterThan(10))

describe.each(written)('%s', name => {
  const source = read(`${name}/source.json`) as Source
  const template = read(`${name}/template.json`)

  test('is what its source gives', () => {
    expect(JSON.stringify(template.elements)).toBe(JSON.stringify(compileSource(name, source, clauses)))
  })

  test('says in one sentence what it is for, and what of it is made up', () => {
    expect(template.purpose).toMatch(/^[^。]+$/u)
    expect(template.fromPlan).toMatch(/\p{Script=Han}/u)
  })
})

test.each(readdirSync(folder))('[C3.3] %s explains every rule that finds something in it, and no other', name => {
  const { lessons } = read(`${name}/template.json`)
  expect(Object.keys(lessons).sort()).toStrictEqual(Object.keys(read(`${name}/findings.json`)).sort())
  for (const why of Object.values(lessons)) expect(why).toMatch(/\p{Script=Han}/u)
})

describe('what a source gets wrong is said', () => {
  const head = ['name | owner', '甲']
  test.each([
    ['an owner that is not there', { coreBusiness: ['name', '甲'], module: ['name | owner', '乙 | 丙'] }, /no coreBusiness is called 丙/u],
    ['a name that two bear', { coreBusiness: ['name', '甲', '甲'], module: ['name | owner', '乙 | 甲'] }, /several coreBusiness/u],
    ['a cell too many', { unit: ['name', '甲 | 乙'] }, /2 cells for 1 columns/u],
    ['a value that is in no list', { organisation: ['name | level', '甲 | 火星级'] }, /orgLevel has no 火星级/u],
    ['a step that is not in its flow', { flow: head, step: ['name | owner | next', '乙 | 甲 | 丁'] }, /has no step 丁/u],
    ['too few samples', { dataItem: ['name', '甲'], indicator: ['name | formula', '率 | 计数(甲)'] }, /1 calls, 0 samples/u],
  ])('%s', (_, tables, said) => expect(() => compileSource('x', { tables }, clauses)).toThrow(said))
})
