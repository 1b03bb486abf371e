import { expect, test } from 'vitest'
import { breachesAmong, lookUp } from '../derive/index.ts'
import { emptySnapshot } from '../document/snapshot.ts'
import { add, remove, setFields } from '../operations/index.ts'
import { openSession } from '../session/session.ts'
import { reactions } from './index.ts'

function session() {
  let next = 0
  return openSession(emptySnapshot, { lookUp, reactions, breachesAmong, newId: () => `e${next++}`, now: () => 0 })
}

test('[C4.4] a name is bound when its data item appears, survives a rename, and is open again when it goes', () => {
  const one = session()
  one.run(add, { kind: 'indicator', name: '率', fields: { formula: { text: '计数(甲) / 计数(乙)' } } })
  expect(one.snapshot().get('e0')?.['formula']).toStrictEqual({ text: '计数(甲) / 计数(乙)' })
  one.run(add, { kind: 'dataItem', name: '甲' })
  one.run(add, { kind: 'dataItem', name: '乙' })
  const bound = {
    text: '计数(甲) / 计数(乙)',
    refs: [
      { name: '甲', id: 'e1' },
      { name: '乙', id: 'e2' },
    ],
  }
  expect(one.snapshot().get('e0')?.['formula']).toStrictEqual(bound)
  one.run(setFields, { id: 'e1', fields: { name: '甲之新名' } })
  expect(one.snapshot().get('e0')?.['formula']).toStrictEqual(bound)
  one.run(remove, { ids: ['e1'] })
  expect(one.snapshot().get('e0')?.['formula']).toStrictEqual({ text: '计数(甲) / 计数(乙)', refs: [{ name: '乙', id: 'e2' }] })
  one.undo()
  expect(one.snapshot().get('e0')?.['formula']).toStrictEqual(bound)
})

test('[C4.4] a name that fits several elements stays open', () => {
  const one = session()
  one.run(add, { kind: 'dataItem', name: '甲' })
  one.run(add, { kind: 'dataItem', name: '甲' })
  one.run(add, { kind: 'indicator', name: '率', fields: { formula: { text: '计数(甲)' } } })
  expect(one.snapshot().get('e2')?.['formula']).toStrictEqual({ text: '计数(甲)' })
})
