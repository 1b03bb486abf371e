import { explain, type Reason } from '#model/method/explain.ts'
import { type Ready, readyOf } from '#model/method/readiness.ts'
import { membersIn } from '#model/method/reading.ts'
import type { Step } from '#model/schema/define-kind.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import type { Now } from '../session/now.ts'
import { gainsText, plan } from './breakthroughs.ts'
import { type At, type DatumLine, datumLines } from './datum-lines.ts'
import { kindLabel, stateLabel } from './texts.ts'

/** Something between the element and its data that is not ready either: what follows it, one level deeper, is why. */
export interface PartLine {
  readonly sort: 'part'
  readonly key: string
  readonly depth: number
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  readonly stateName: string
}

/** A service on the shortest way. */
export interface WayStep {
  readonly service: ElementId
  readonly name: string
  readonly organisation: string
  readonly gains: string
  readonly isBlocked: boolean
}

export interface Waiting {
  readonly id: ElementId
  readonly name: string
  readonly kind: string
  readonly code: string
  /** The step of the right leg where it is integrated. */
  readonly step: Step
  readonly ready: Ready
  readonly lines: readonly (PartLine | DatumLine)[]
  readonly way: readonly WayStep[]
}

const stepOfKind: { readonly [kind: string]: Step } = { indicator: 'R3', item: 'R4', unit: 'R5', module: 'R6', system: 'R7' }

/** Why an element is not ready, the chain of reasons, and what to connect; undefined for kinds without readiness. */
export function waiting(id: ElementId, now: Now): Waiting | undefined {
  const element = now.view.get(id)
  const step = element && stepOfKind[element.kind]
  const ready = element && readyOf(element, now.view)
  if (element === undefined || step === undefined || ready === undefined) return undefined
  const lines = linesOf(element, now)
  const services = new Set(lines.flatMap(one => (one.sort === 'datum' && one.tone !== 'good' ? (one.service?.id ?? []) : [])))
  const { name, code = '' } = element
  return { id, name, kind: kindLabel(element.kind), code, step, ready, lines, way: wayThrough(services, now) }
}

/** Of an item all data it needs, those that wait first; of everything else what is not ready, down to the data. */
function linesOf(element: Element, now: Now): Waiting['lines'] {
  if (element.kind === 'item') {
    const rank = { bad: 0, wait: 1, good: 2 } as const
    const all = membersIn(element, 'needs').flatMap(id => datumLines(id, { depth: 0, key: id }, now))
    return all.sort((a, b) => rank[a.tone] - rank[b.tone])
  }
  const because = explain(element.id, now.view)?.because ?? []
  return because.flatMap((reason, index) => linesFor(reason, { depth: 0, key: String(index) }, now))
}

function linesFor(reason: Reason, { depth, key }: At, now: Now): (PartLine | DatumLine)[] {
  const { element, kind, name, state, because } = reason
  if (kind === 'dataItem') return datumLines(element, { depth, key }, now)
  const part: PartLine = { sort: 'part', key, depth, element, kind: kindLabel(kind), name, stateName: stateLabel(state) }
  return [part, ...because.flatMap((one, index) => linesFor(one, { depth: depth + 1, key: `${key}.${index}` }, now))]
}

/** The services in the order of the plan, with what each makes ready there. */
const wayThrough = (services: ReadonlySet<ElementId>, now: Now): readonly WayStep[] =>
  plan(now).steps.flatMap(({ service, organisation, gains, blockedBy }): WayStep[] => {
    if (!services.has(service.id)) return []
    const provider = (organisation && now.view.get(organisation)?.name) ?? ''
    return [
      { service: service.id, name: service.name, organisation: provider, gains: gainsText(gains), isBlocked: blockedBy !== undefined },
    ]
  })
