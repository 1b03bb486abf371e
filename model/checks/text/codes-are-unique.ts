import { kinds } from '../../kinds/index.ts'
import { defineRule } from '../define-rule.ts'

/** A visible code stands once within a kind. */
export const codesAreUnique = defineRule({
  id: 'CHK-T-CODE',
  severity: 'warning',
  step: 'X',
  on: kinds.map(kind => kind.name),
  source: '编码唯一',
  alsoTouched: edit =>
    [...edit.delta.values()].flatMap(([before, after]) => [
      ...(before?.code === undefined ? [] : edit.after.lookups.coded(before.code)),
      ...(after?.code === undefined ? [] : edit.after.lookups.coded(after.code)),
    ]),
  *check(element, view) {
    const twins = element.code === undefined ? [] : view.lookups.coded(element.code).filter(id => view.get(id)?.kind === element.kind)
    if (twins.length > 1) yield { field: 'code', values: { code: element.code ?? '', count: twins.length } }
  },
})
