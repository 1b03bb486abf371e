import { codeListOf, labelOf } from '../../code-lists/index.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What a platform's step means for the entry, by the step's code: the greatest that is not above it. Source: contracts C1.10. */
const stateFrom: readonly (readonly [code: number, state: string])[] = [
  [90, 'blocked'],
  [70, 'inUse'],
  [60, 'connected'],
  [50, 'authorised'],
  [33, 'applied'],
  [32, 'blocked'],
  [20, 'applied'],
  [10, 'listed'],
]

/** Progress on the platform and state of the entry say the same. */
export const stateFitsTheApplication = defineRule({
  id: 'CHK-R1-STATE',
  severity: 'warning',
  step: 'R1',
  on: ['sharing'],
  source: norms.application,
  *check({ state, applyStatus }) {
    const expected = expectedState(applyStatus)
    // Confirmation by the source lies between two steps of the platform, so that the entry may be ahead by it.
    if (expected === undefined || state === expected || (expected === 'applied' && state === 'sourceConfirmed')) return
    yield {
      field: 'state',
      values: {
        progress: labelOf('shareApplyStatus', applyStatus ?? ''),
        state: labelOf('rightLegStatus', state ?? 'notStarted'),
        expected: labelOf('rightLegStatus', expected),
      },
    }
  },
  fix: ({ id, applyStatus }) => [{ set: id, fields: { state: expectedState(applyStatus) } }],
})

function expectedState(applyStatus: string | undefined): string | undefined {
  const code = Number(codeListOf('shareApplyStatus')?.values.find(one => one.value === applyStatus)?.code)
  return stateFrom.find(([from]) => code >= from)?.[1]
}
