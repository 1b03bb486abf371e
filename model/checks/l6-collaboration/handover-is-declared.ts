import { evidence, undeclared } from '../../method/evidence.ts'
import { itemsAround } from './items-around.ts'
import { defineRule } from '../define-rule.ts'

/** A hand-over between departments is a declared collaboration. */
export const handoverIsDeclared = defineRule({
  id: 'CHK-L6-DERIVE',
  severity: 'warning',
  step: 'L6',
  on: ['item'],
  source: '总体方案：明确协同关系',
  looksAt: [['referrers']],
  facts: [evidence],
  alsoTouched: edit =>
    [...edit.delta.values()]
      .flatMap(([before, after]) =>
        [before, after].flatMap(one =>
          one?.kind === 'organisation' ? edit.after.lookups.referrersOf(one.id, 'step', 'organisation') : [],
        ),
      )
      .flatMap(({ from }) => itemsAround(from, edit.after)),
  *check(item, view) {
    for (const { from, to } of undeclared(item.id, view))
      yield { values: { from: view.get(from)?.name ?? '', to: view.get(to)?.name ?? '' } }
  },
})
