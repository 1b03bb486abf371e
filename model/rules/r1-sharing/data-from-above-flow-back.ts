import { codeListOf } from '../../code-lists/index.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Data of a higher level come back down by a way of their own, which has to be asked for. */
export const dataFromAboveFlowBack = defineRule({
  id: 'CHK-R1-CROSSLEVEL',
  severity: 'info',
  step: 'R1',
  on: ['sharing'],
  source: `${norms.sharingLaw}：数据回流`,
  looksAt: [
    ['ref provider', 'level'],
    ['ref consumerOrganisation', 'level'],
  ],
  *check({ provider, consumerOrganisation, returnFlow }, { get }) {
    const [from, to] = [provider, consumerOrganisation].map(id => rankOf(textIn(get(id ?? ''), 'level')))
    if (from !== undefined && to !== undefined && from < to && returnFlow === undefined) yield { field: 'returnFlow' }
  },
  fix: ({ id }) => [{ set: id, fields: { returnFlow: true, crossLevel: true } }],
})

/** Levels from the nation down to the village. */
function rankOf(level: string): number | undefined {
  const rank = codeListOf('orgLevel')?.values.findIndex(one => one.value === level) ?? -1
  return rank < 0 ? undefined : rank
}
