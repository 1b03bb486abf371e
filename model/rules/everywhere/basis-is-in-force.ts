import type { View } from '../../method/define-fact.ts'
import { membersIn, refIn } from '../../method/reading.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** What rests on a law that was repealed or replaced has to be looked at again. */
export const basisIsInForce = defineRule({
  id: 'CHK-T-BASIS',
  severity: 'warning',
  step: 'X',
  on: ['coreBusiness', 'item', 'step'],
  source: norms.modelling,
  looksAt: [['ref bases', 'inForce', 'replacedBy'], { named: 'ref bases' }, ['ref bases > owner', 'inForce', 'replacedBy']],
  *check(element, view) {
    const gone = goneBases(element.bases, view)
    if (gone.length > 0) yield { field: 'bases', values: namesOf(gone, view) }
  },
  fix(element, view) {
    const gone = goneBases(element.bases, view)
    const successors = gone.map(id => refIn(view.get(id), 'replacedBy'))
    // Only where every one of them names what came in its place.
    if (successors.some(one => one === undefined)) return []
    const bases = membersIn(element, 'bases').filter(id => !gone.includes(id))
    return [{ set: element.id, fields: { bases: [...new Set([...bases, ...successors.flatMap(one => one ?? [])])].sort() } }]
  },
})

const isGone = (basis: Element | undefined): boolean => basis?.['inForce'] === false || basis?.['replacedBy'] !== undefined

/** Bases that are gone themselves or stand in a document that is. */
const goneBases = (bases: readonly ElementId[] | undefined, { get }: View): readonly ElementId[] =>
  (bases ?? []).filter(id => isGone(get(id)) || isGone(get(get(id)?.owner ?? '')))
