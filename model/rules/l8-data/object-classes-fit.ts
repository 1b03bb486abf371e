import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

const MOST_CLASSES = 5

/** At most five classes, and nothing beside 其他. */
export const objectClassesFit = defineRule({
  id: 'CHK-L8-CLASS',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem', 'resource'],
  source: norms.resourceSheet,
  *check({ objectClasses }) {
    if (objectClasses === undefined) return
    if (objectClasses.length > MOST_CLASSES) yield { field: 'objectClasses', values: { case: 'many', most: MOST_CLASSES } }
    if (objectClasses.length > 1 && objectClasses.includes('other')) yield { field: 'objectClasses', values: { case: 'other' } }
  },
})
