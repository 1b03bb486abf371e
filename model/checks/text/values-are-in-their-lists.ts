import { kinds } from '../../kinds/index.ts'
import { codeListOf } from '../../code-lists/index.ts'
import { allElements, codedValues, isKnown } from './coded-values.ts'
import { defineRule } from '../define-rule.ts'

/** Values stand in their code lists. */
export const valuesAreInTheirLists = defineRule({
  id: 'CHK-T-LIST',
  severity: 'warning',
  step: 'X',
  on: kinds.map(kind => kind.name),
  source: '代码表',
  alsoTouched: edit =>
    [...edit.delta.values()].some(([before, after]) => (before ?? after)?.kind === 'codeList') ? allElements(edit.after) : [],
  *check(element, view) {
    for (const { field, list, value } of codedValues(element))
      if (!isKnown(list, value, view)) yield { field, values: { value, list: codeListOf(list)?.label ?? list } }
  },
})
