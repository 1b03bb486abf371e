import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

const MOST_TAGS = 5
const LONGEST_TAG = 10

/** Platforms refuse more or longer tags. */
export const tagsAreShort = defineRule({
  id: 'CHK-R1-TAGS',
  severity: 'info',
  step: 'R1',
  on: ['resource'],
  source: norms.resourceSheet,
  *check({ tags }) {
    const long = (tags ?? []).filter(tag => Array.from(tag).length > LONGEST_TAG)
    if ((tags ?? []).length > MOST_TAGS || long.length > 0) yield { field: 'tags', values: { most: MOST_TAGS, longest: LONGEST_TAG } }
  },
})
