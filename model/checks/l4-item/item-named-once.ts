import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Two items of one name in one department are probably one. */
export const itemNamedOnce = defineRule({
  id: 'CHK-L4-DUP',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: 'IRS 查重',
  alsoTouched: edit =>
    [...edit.delta.values()].flatMap(([before, after]) => [
      ...(before ? edit.after.lookups.named(before.name) : []),
      ...(after ? edit.after.lookups.named(after.name) : []),
    ]),
  *check(item, view) {
    const twins = view.lookups
      .named(item.name)
      .filter(id => id !== item.id && view.get(id)?.kind === 'item' && refIn(view.get(id), 'lead') === refIn(item, 'lead'))
    if (item.name !== '' && twins.length > 0) yield { field: 'name', values: { count: twins.length + 1 } }
  },
})
