import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Organisations, systems and the like stand in the model once; formulas cannot tell two indicators of one name apart. */
export const nameIsUnique = defineRule({
  id: 'CHK-T-TWICE',
  severity: 'warning',
  step: 'X',
  on: ['organisation', 'system', 'component', 'coreBusiness', 'indicator', 'resource', 'service', 'material'],
  source: norms.duplicates,
  looksAt: [['same name', 'owner']],
  *check({ id, kind, name, owner }, { get, lookups }) {
    if (name === '') return
    const others = lookups.named(name).filter(other => {
      const element = other === id ? undefined : get(other)
      // Offices of two departments may bear one name.
      return element?.kind === kind && (kind !== 'organisation' || element.owner === owner)
    })
    if (others.length > 0) yield { field: 'name', values: { count: others.length + 1 } }
  },
})
