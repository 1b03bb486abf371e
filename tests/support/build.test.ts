import { expect, test } from 'vitest'
import { build } from './build.ts'

test('a document is built in the order in which it is told', () => {
  const { snapshot, id } = build(d => {
    const bureau = d.organisation('县农业农村局')
    const [second, first] = [d.dataItem('乙'), d.dataItem('甲')]
    const item = d.item('资产处置', { lead: bureau, needs: [first, second, first] })
    const flow = d.flow('处置流程', { owner: item })
    d.step('受理', { owner: flow })
    d.step('办结', { owner: flow })
  })
  expect(snapshot.get(id('资产处置'))).toMatchObject({ lead: 'organisation-1', needs: ['dataItem-1', 'dataItem-2'] })
  expect([snapshot.get(id('受理'))?.order, snapshot.get(id('办结'))?.order]).toStrictEqual(['a0', 'a1'])
})

test('a broken document, or a name that is not there, is a mistake of the test', () => {
  expect(() => build(d => d.item('事项', { lead: 'nobody' }))).toThrow('dangling-reference')
  expect(() => build(d => d.item('事项')).id('别的')).toThrow()
})
