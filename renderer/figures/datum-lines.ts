import { labelOf } from '#model/code-lists/index.ts'
import { datum, type Datum, entriesOf, isConnected, stateOf } from '#model/method/datum.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import { source } from '#model/method/source.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import type { Now } from '../session/now.ts'
import { stateLabel } from './texts.ts'

/** Where a line stands in the chain of reasons. */
export interface At {
  readonly depth: number
  readonly key: string
}

/** A datum on its way: the requirement, its entry in the sharing list, the service, and how far it is. */
export interface DatumLine {
  readonly sort: 'datum'
  readonly key: string
  readonly depth: number
  readonly element: ElementId
  readonly name: string
  readonly code: string
  readonly entry: { readonly id: ElementId; readonly label: string; readonly note: string } | undefined
  readonly service: { readonly id: ElementId; readonly name: string; readonly note: string } | undefined
  /** Connected or self-produced, under way, or stuck. */
  readonly tone: 'good' | 'wait' | 'bad'
  readonly stateName: string
  readonly organisation: string
}

/** The lines of a datum: one for each entry that is open, else one. */
export function datumLines(id: ElementId, at: At, now: Now): DatumLine[] {
  const { view } = now
  const dataItem = view.get(id)
  if (dataItem === undefined) return []
  const known = view.fact(datum, id)
  const entries = known?.requirement === undefined ? [] : entriesOf(known.requirement, view)
  const open = entries.filter(entry => !isConnected(stateOf(entry)))
  const shown: readonly (Element | undefined)[] = open.length > 0 ? open : [entries[0]]
  return shown.map((entry, index): DatumLine => {
    const organisation = refIn(entry, 'provider') ?? view.fact(source, id)?.organisation
    return {
      sort: 'datum',
      key: `${at.key}/${index}`,
      depth: at.depth,
      element: id,
      name: dataItem.name,
      code: dataItem.code ?? '',
      entry: entry && entryOf(entry),
      service: serviceOf(entry, now),
      ...standingOf(entry, known),
      organisation: view.get(organisation ?? '')?.name ?? '',
    }
  })
}

function standingOf(entry: Element | undefined, known: Datum | undefined): Pick<DatumLine, 'tone' | 'stateName'> {
  if (known?.selfProduced) return { tone: 'good', stateName: stateLabel('selfProduced') }
  if (known?.requirement === undefined) return { tone: 'bad', stateName: stateLabel('noRequirement') }
  const state = entry === undefined ? 'notStarted' : stateOf(entry)
  const tone = isConnected(state) ? 'good' : state === 'blocked' || state === 'notStarted' ? 'bad' : 'wait'
  return { tone, stateName: stateLabel(state) }
}

/** What a person has to know of an entry: how it is shared, and what comes next. */
function entryOf(entry: Element): DatumLine['entry'] {
  const label = labelOf('shareType', textIn(entry, 'shareType')) || text('screens/entry')
  return { id: entry.id, label, note: textIn(entry, 'nextStep') || labelOf('supplyMethod', textIn(entry, 'method')) }
}

function serviceOf(entry: Element | undefined, { view }: Now): DatumLine['service'] {
  const service = view.get(refIn(entry, 'service') ?? '')
  return service && { id: service.id, name: service.name, note: service.code ?? '' }
}
