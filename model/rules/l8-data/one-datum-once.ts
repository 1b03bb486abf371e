import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A datum stands in the model once; two of one name have two sources sooner or later. */
export const oneDatumOnce = defineRule({
  id: 'CHK-L8-DUP',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.oneSource,
  looksAt: [['same name', 'name']],
  *check({ id, name }, { get, lookups }) {
    if (name === '') return
    const others = lookups.named(name).filter(other => other !== id && get(other)?.kind === 'dataItem').length
    if (others > 0) yield { field: 'name', values: { count: others + 1 } }
  },
})
