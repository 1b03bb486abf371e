import { expect, test } from 'vitest'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { viewOf } from '../method/define-fact.ts'
import { one } from './sample.ts'
import { isWaived, waiverOf, withWaivers } from './waivers.ts'

const view = viewOf(
  lookUp.start(
    snapshotOf([
      one('item', 'i'),
      one('item', 'j'),
      one('waiver', 'w', { rule: 'CHK-L5-NOFLOW', object: 'i', expires: '2026-08-01' }),
      one('waiver', 'x', { rule: 'CHK-L7-NOIND', object: 'i' }),
    ]),
  ),
  new Map(),
)

const noFlow = { rule: 'CHK-L5-NOFLOW', element: 'i' }

test.each([
  ['2026-07-31', true],
  ['2026-08-01', false],
  ['2027-01-01', false],
])('[C3.5] on %s a waiver until 1 August silences: %s', (today, waived) => expect(isWaived(noFlow, view, today)).toBe(waived))

test('[C3.5] it silences one rule on one element', () => {
  const findings = [noFlow, { rule: 'CHK-L5-NOFLOW', element: 'j' }, { rule: 'CHK-L4-FLAG', element: 'i' }]
  expect(withWaivers(findings, view, '2026-01-01').map(one => one.waived)).toStrictEqual([true, false, false])
})

test('[C3.5] without an end it lasts', () => expect(waiverOf({ rule: 'CHK-L7-NOIND', element: 'i' }, view, '2099-01-01')?.id).toBe('x'))
