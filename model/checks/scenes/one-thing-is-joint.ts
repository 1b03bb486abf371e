import { membersIn, refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A 一件事 names its lead and its partners and compares before and after. */
export const oneThingIsJoint = defineRule({
  id: 'CHK-X-ONE',
  severity: 'info',
  step: 'X',
  on: ['scene'],
  source: '国办发〔2025〕24号',
  *check(scene) {
    if (scene['oneThing'] !== true) return
    const missing = [
      ...(refIn(scene, 'lead') === undefined ? ['牵头部门'] : []),
      ...(membersIn(scene, 'partners').length < 1 ? ['配合部门'] : []),
      ...(scene['effects'] === undefined ? ['前后对比'] : []),
    ]
    if (missing.length > 0) yield { values: { missing } }
  },
})
