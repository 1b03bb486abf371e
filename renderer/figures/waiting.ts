import { explain, type Reason } from '#model/method/explain.ts'
import { type Ready, readyOf } from '#model/method/readiness.ts'
import { refIn } from '#model/method/reading.ts'
import type { Step } from '#model/schema/define-kind.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Now } from '../session/now.ts'
import { gainsText, plan } from './breakthroughs.ts'
import { kindLabel, stateLabel } from './texts.ts'

/** One thing that keeps an element from being ready, with the service that would connect it. */
export interface Obstacle {
  readonly key: string
  readonly depth: number
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  readonly state: string
  readonly stateName: string
  readonly organisation: string
  readonly service: { readonly id: ElementId; readonly name: string } | undefined
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
  readonly obstacles: readonly Obstacle[]
  readonly way: readonly WayStep[]
}

const stepOfKind: { readonly [kind: string]: Step } = { indicator: 'R3', item: 'R4', unit: 'R5', module: 'R6', system: 'R7' }

/** Why an element is not ready, the chain of reasons, and what to connect; undefined for kinds without readiness. */
export function waiting(id: ElementId, now: Now): Waiting | undefined {
  const element = now.view.get(id)
  const step = element && stepOfKind[element.kind]
  const ready = element && readyOf(element, now.view)
  const explained = explain(id, now.view)
  if (element === undefined || step === undefined || ready === undefined || explained === undefined) return undefined
  const obstacles = explained.because.flatMap((reason, index) => obstaclesIn(reason, { depth: 0, key: String(index) }, now))
  const services = new Set(obstacles.flatMap(one => one.service?.id ?? []))
  return {
    id,
    name: element.name,
    kind: kindLabel(element.kind),
    code: element.code ?? '',
    step,
    ready,
    obstacles,
    way: wayThrough(services, now),
  }
}

interface At {
  readonly depth: number
  readonly key: string
}

function obstaclesIn(reason: Reason, { depth, key }: At, now: Now): Obstacle[] {
  const { element, kind, name, state, organisation, because } = reason
  const service = kind === 'sharing' ? refIn(now.view.get(element), 'service') : undefined
  const named = service === undefined ? undefined : now.view.get(service)
  const own: Obstacle = {
    key,
    depth,
    element,
    kind: kindLabel(kind),
    name,
    state,
    stateName: stateLabel(state),
    organisation: (organisation && now.view.get(organisation)?.name) ?? '',
    service: named && { id: named.id, name: named.name },
  }
  return [own, ...because.flatMap((one, index) => obstaclesIn(one, { depth: depth + 1, key: `${key}.${index}` }, now))]
}

/** The services in the order of the plan, with what each makes ready there. */
const wayThrough = (services: ReadonlySet<ElementId>, now: Now): readonly WayStep[] =>
  plan(now).steps.flatMap(({ service, organisation, gains, blockedBy }): WayStep[] =>
    services.has(service.id)
      ? [
          {
            service: service.id,
            name: service.name,
            organisation: (organisation && now.view.get(organisation)?.name) ?? '',
            gains: gainsText(gains),
            isBlocked: blockedBy !== undefined,
          },
        ]
      : [],
  )
