import { source } from '../../method/source.ts'
import { uses } from '../../method/uses.ts'
import { defineRule } from '../define-rule.ts'

/** A used datum says which organisation and system it comes from. */
export const sourceIsKnown = defineRule({
  id: 'CHK-L8-NOSRC',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: '总体方案 SR-R1',
  facts: [source, uses],
  *check(dataItem, view) {
    const known = view.fact(source, dataItem.id)
    if (view.fact(uses, dataItem.id) !== undefined && (known?.organisation === undefined || known.system === undefined))
      yield { field: known?.organisation === undefined ? 'sourceOrganisation' : 'sourceSystem' }
  },
})
