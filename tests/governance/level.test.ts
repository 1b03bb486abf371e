import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '#imports/reading/read-table.ts'
import { highestLevel } from '#model/method/highest-level.ts'
import type { Element } from '#model/schema/element.ts'
import { handOut, stateOf } from '../checklists/handed-out.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('G2 level of an export', numRuns)

const documentElement: Element = { id: 'd', kind: 'document', name: '级别' }

const gradedElements = fc
  .array(fc.tuple(fc.constantFrom('dataItem', 'resource'), fc.constantFrom('L1', 'L2', 'L3', 'L4', undefined)), { maxLength: 8 })
  .map(all =>
    all.map(
      ([kind, level], at): Element => ({ id: `e${at}`, kind, name: `第${at}`, ...(level === undefined ? {} : { securityLevel: level }) }),
    ),
  )

/** The highest of the grades, found in another way: texts of one length sort like their digits. */
const expectedOf = (elements: readonly Element[]): string | undefined =>
  elements
    .flatMap(one => (typeof one['securityLevel'] === 'string' ? [one['securityLevel']] : []))
    .sort()
    .at(-1)

test('[G2] the level of a document is the highest of what it describes', () => {
  fc.assert(
    fc.property(gradedElements, elements => {
      count()
      const { lookups, snapshot } = stateOf([documentElement, ...elements])
      expect(highestLevel(lookups, id => snapshot.get(id))).toBe(expectedOf(elements))
    }),
    { numRuns },
  )
})

test('[G2] checklists state it on their first sheet', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(gradedElements, async elements => {
      count()
      const book = readTable('清单.xlsx', await handOut(stateOf([documentElement, ...elements])))
      const first = book.ok ? [...(book.value.sheets[0]?.rows ?? [])].flatMap(row => Array.from(row.cells.values(), cell => cell.text)) : []
      const stated = first.flatMap(text => /最高安全级别：(L\d)/u.exec(text)?.[1] ?? [])
      expect(stated).toStrictEqual([expectedOf(elements)].filter(level => level !== undefined))
    }),
    { numRuns: Math.ceil(numRuns / 40) },
  )
})
