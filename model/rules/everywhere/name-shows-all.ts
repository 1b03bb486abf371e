import { withoutHidden } from '../../base/text.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'

const hasHidden = (text: string | undefined): boolean => text !== undefined && withoutHidden(text) !== text

/** Names and codes hold nothing that cannot be seen. */
export const nameShowsAll = defineRule({
  id: 'CHK-T-BIDI',
  severity: 'warning',
  step: 'X',
  on: everyKind,
  source: norms.hiddenCharacters,
  *check({ name, code }) {
    if (hasHidden(name)) yield { field: 'name', values: { case: 'name' } }
    if (hasHidden(code)) yield { field: 'code', values: { case: 'code' } }
  },
  fix: ({ id, name, code }) => [
    { set: id, fields: { name: withoutHidden(name), ...(code === undefined ? {} : { code: withoutHidden(code) }) } },
  ],
})
