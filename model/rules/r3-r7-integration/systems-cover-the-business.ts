import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Target systems cover every module of a core business, so that every unit is borne by one. */
export const systemsCoverTheBusiness = defineRule({
  id: 'CHK-R7-SYS',
  severity: 'warning',
  step: 'R7',
  on: ['coreBusiness'],
  source: `${norms.plan}（SR-R3）`,
  looksAt: [['owned module', 'id'], { named: 'owned module' }, ['owned module > by system covers', 'target']],
  *check({ id }, view) {
    const modules = view.lookups.ownedBy(id, 'module')
    const bare = modules.filter(
      module => !view.lookups.referrersOf(module, 'system', 'covers').some(one => view.get(one.from)?.['target'] === true),
    )
    const percent = modules.length === 0 ? 0 : Math.floor(((modules.length - bare.length) * 100) / modules.length)
    if (bare.length > 0) yield { values: { ...namesOf(bare, view), percent } }
  },
})
