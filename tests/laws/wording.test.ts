import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookUp } from '#model/derive/index.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue } from '#model/schema/element.ts'
import { readValue, type Wording, wordingOf, writeValue } from '#model/wording/index.ts'
import { documents } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('W1')

/** What a person is asked to settle: two bear the name, or it is no value of the list. Never a wrong value. */
const asked = ['reference-ambiguous', 'reference-unknown', 'not-in-list']

test('[C6.3] W1: what is written into a cell is written in the same way after it was read, or asked about', () => {
  fc.assert(
    fc.property(documents(), snapshot => {
      const wording = wordingOf(lookUp.start(snapshot))
      for (const element of snapshot.values()) {
        for (const [name, field] of Object.entries(kindOf(element.kind)?.fields ?? {})) {
          const value = element[name]
          if (value === undefined || !isCell(field, value, wording)) continue
          count()
          const written = writeValue(field, value, wording)
          const read = readValue(field, written, wording)
          const where = `${element.kind}.${name} 「${written}」`
          if (read.ok) expect(tidy(writeValue(field, read.value, wording)), where).toBe(tidy(written))
          else expect(asked, where).toContain(read.error.code)
          if (read.ok && isExact(field)) expect(read.value, where).toStrictEqual(value)
        }
      }
    }),
    { numRuns },
  )
})

/** Settings have no cell, a cell or member of blanks is an empty one, and a value outside its list may look like another's synonym. */
function isCell(field: Field, value: FieldValue, wording: Wording): boolean {
  const written = writeValue(field, value, wording)
  if (field.type === 'settings' || written.trim() === '' || hasBlanks.test(written)) return false
  const listed = wording.labelsOf(field.list ?? '').map(one => one.value)
  if (field.type === 'choice') return listed.includes(String(value))
  if (field.type === 'choices') return (value as readonly string[]).every(one => listed.includes(one))
  return field.type !== 'lines' || !Object.values(field.columns ?? {}).some(column => column.type === 'choice')
}

const hasBlanks = /(?:^|[；：｜])\s*(?:[；｜\n]|$)/u

/** Types whose value is in the cell whole: not bound by name, not cut at the edges of members. */
const isExact = ({ type }: Field): boolean => ['text', 'longText', 'number', 'date', 'boolean', 'choice', 'ref', 'duration'].includes(type)

const tidy = (written: string): string => written.replaceAll(/\s+/gu, '')
