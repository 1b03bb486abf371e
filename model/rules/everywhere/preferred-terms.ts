import { foldName } from '../../derive/search/fold-name.ts'
import type { Lookups } from '../../document/lookups.ts'
import type { View } from '../../method/define-fact.ts'
import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** One concept has one name; the glossary says which. */
export const preferredTerms = defineRule({
  id: 'CHK-T-TERM',
  severity: 'info',
  step: 'X',
  on: ['coreBusiness', 'module', 'unit', 'item', 'indicator', 'dataItem', 'material'],
  source: norms.terms,
  looksAt: [['all term', 'name', 'synonyms']],
  *check({ name }, view) {
    const preferred = preferredNames(view).get(foldName(name))
    if (preferred !== undefined && preferred !== name) yield { field: 'name', values: { preferred } }
  },
  fix: ({ id, name }, view) => [{ set: id, fields: { name: preferredNames(view).get(foldName(name)) ?? name } }],
})

/** The glossary read once for each state of the document, which its lookups stand for. */
const known = new WeakMap<Lookups, ReadonlyMap<string, string>>()

/** Folded synonym to the name to be used instead; where two terms claim it, the first by id. */
function preferredNames(view: View): ReadonlyMap<string, string> {
  const found = known.get(view.lookups)
  if (found) return found
  const names = new Map<string, string>()
  for (const id of [...view.lookups.allOf('term')].sort()) {
    const term = view.get(id)
    for (const synonym of membersIn(term, 'synonyms'))
      if (term !== undefined && !names.has(foldName(synonym))) names.set(foldName(synonym), term.name)
  }
  known.set(view.lookups, names)
  return names
}
