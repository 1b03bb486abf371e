import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { namedKinds } from './every-kind.ts'

/** A name as it should be written: no blanks around it, no line breaks and no runs of blanks inside. */
const tidied = (name: string): string => name.replace(/\s+/gu, ' ').trim()

/** Blanks and line breaks come from sheets and make two names of one. */
export const nameIsTidy = defineRule({
  id: 'CHK-T-BLANK',
  severity: 'info',
  step: 'X',
  on: namedKinds,
  source: norms.modelling,
  *check({ name }) {
    if (name.trim() !== '' && name !== tidied(name)) yield { field: 'name' }
  },
  fix: ({ id, name }) => [{ set: id, fields: { name: tidied(name) } }],
})
