import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'

/** A visible code means one element of its kind; sheets come back by it. */
export const codeIsUnique = defineRule({
  id: 'CHK-T-CODE',
  severity: 'warning',
  step: 'X',
  on: everyKind,
  source: norms.modelling,
  looksAt: [['same code', 'id'], { named: 'same code' }],
  *check({ id, kind, code }, view) {
    const others = code === undefined ? [] : view.lookups.coded(code).filter(other => other !== id && view.get(other)?.kind === kind)
    if (others.length > 0) yield { field: 'code', values: { code: code ?? '', ...namesOf(others, view) } }
  },
})
