import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'

/** Soft hyphen, zero-width and direction marks, word joiner, byte order mark: one sees one name and compares another (UTS 39). */
const hidden = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

const hasHidden = (text: string | undefined): boolean => text !== undefined && text.search(hidden) >= 0

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
    { set: id, fields: { name: name.replace(hidden, ''), ...(code === undefined ? {} : { code: code.replace(hidden, '') }) } },
  ],
})
