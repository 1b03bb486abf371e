import type { Element, ElementId } from '#model/schema/element.ts'
import { anyOf, asSet, at, type Cast, firstOf, parentOf } from './cast.ts'
import { dataOfUnit } from './left-leg.ts'

/** Indicators, data items with their requirements, and the right leg: resources, services, sharing entries. */
export function* rightLeg(cast: Cast): Iterable<Element> {
  const data = dataItems(cast)
  yield* indicators(cast, new Map(data.map(({ id, name }) => [id, name])))
  yield* data
  yield* requirements(cast)
  yield* resources(cast)
  yield* services(cast)
  yield* entries(cast)
}

/** One indicator in this many is made of the ones before it. */
const GROUP = 5

function* indicators(cast: Cast, nameOf: ReadonlyMap<ElementId, string>): Iterable<Element> {
  const { ids, counts, names, chance } = cast
  const named = new Map<ElementId, string>()
  for (const [index, id] of ids.indicator.entries()) {
    const unit = parentOf(index, counts.indicator, counts.unit)
    const composite = index % GROUP === GROUP - 1
    const name = `${names.region()}${names.subject()}${names.deed()}${composite ? '指数' : '率'}${index}`
    named.set(id, name)
    const first = firstOf(unit, counts.item, counts.unit)
    yield {
      id,
      kind: 'indicator',
      name,
      code: `ZB-${index}`,
      level: composite ? 1 : 2,
      unit: composite ? '分' : '%',
      indicatorKind: composite ? 'composite' : 'derived',
      ...(composite ? composed(ids.indicator.slice(index - GROUP + 1, index), named) : counting(cast, dataOfUnit(cast, unit), nameOf)),
      target: 80 + chance.below(20),
      direction: 'up',
      lead: anyOf(cast, ids.organisation),
      items: asSet([at(ids.item, first), at(ids.item, first + 1)]),
      period: 'monthly',
    }
  }
}

function composed(operands: readonly ElementId[], named: ReadonlyMap<ElementId, string>) {
  const refs = operands.map(id => ({ name: named.get(id) ?? '', id }))
  return { formula: { text: refs.map(({ name }) => `0.25 * [${name}]`).join(' + '), refs } }
}

/** A share of records with one state, with the samples from which it can be computed. */
function counting(cast: Cast, own: readonly ElementId[], nameOf: ReadonlyMap<ElementId, string>) {
  const start = cast.chance.below(own.length)
  const [part, whole] = [at(own, start), at(own, start + 1)]
  const refs = [part, whole].map(id => ({ name: nameOf.get(id) ?? '', id }))
  const total = 100 + cast.chance.below(900)
  return {
    formula: { text: `计数([${refs[0]?.name}] 其中 [${refs[0]?.name}] = "1") / 去重计数([${refs[1]?.name}]) * 100`, refs },
    samples: [
      { call: `计数([#${part}] 其中 [#${part}] = "1")`, offset: 0, value: String(Math.floor(total * 0.9)) },
      { call: `去重计数([#${whole}])`, offset: 0, value: String(total) },
    ],
  }
}

function dataItems(cast: Cast): Element[] {
  const { ids, counts, names, chance } = cast
  return ids.dataItem.map((id, index) => ({
    id,
    kind: 'dataItem',
    // With its number: a formula tells its operands apart by name, as a person does.
    name: `${names.subject()}${names.property()}${index}`,
    code: `SJ-${index}`,
    english: `field${index}`,
    dataType: chance.pick(['char', 'numeric', 'date']) ?? '',
    length: 8 + chance.below(56),
    resource: at(ids.resource, parentOf(index, counts.dataItem, counts.resource)),
    shareType: chance.pick(['unconditional', 'conditional']) ?? '',
    openType: 'notOpen',
    supplyMethod: chance.pick(['api', 'databaseTable']) ?? '',
    updateCycle: chance.pick(['daily', 'monthly', 'realtime']) ?? '',
    securityLevel: chance.pick(['L1', 'L2', 'L3']) ?? '',
    personalInfo: chance.pick(['none', 'general']) ?? '',
    structure: 'structured',
    ...(chance.once(3) ? { definition: names.sentence() } : {}),
  }))
}

function* requirements({ ids, names, chance }: Cast): Iterable<Element> {
  for (const [index, id] of ids.requirement.entries())
    yield {
      id,
      kind: 'requirement',
      name: `${names.subject()}${names.property()}`,
      code: `XQ-${index}`,
      dataItem: at(ids.dataItem, index),
      timeliness: chance.pick(['minute', 'hour', 'day', 'batch']) ?? '',
      ...(chance.once(4) ? { selfProduced: true } : {}),
    }
}

function* resources(cast: Cast): Iterable<Element> {
  const { ids, counts, names } = cast
  for (const [index, id] of ids.resource.entries()) {
    const [start, end] = [index, index + 1].map(one => firstOf(one, counts.dataItem, counts.resource))
    yield {
      id,
      kind: 'resource',
      name: `${names.region()}${names.subject()}信息`,
      code: `ZY-${index}`,
      provider: providerOf(cast, index),
      system: at(ids.system, index),
      format: 'database',
      attributeClass: 'theme',
      updateCycle: 'daily',
      catalogCode: `示意-${String(index).padStart(6, '0')}`,
      items: asSet(ids.dataItem.slice(start, end)),
    }
  }
}

const providerOf = ({ ids }: Cast, resource: number): ElementId => at(ids.organisation, resource * 7 + 3)

function* services(cast: Cast): Iterable<Element> {
  const { ids, names, chance } = cast
  for (const [index, id] of ids.service.entries())
    yield {
      id,
      kind: 'service',
      name: `${names.subject()}信息服务`,
      code: `FW-${index}`,
      resource: at(ids.resource, index),
      provider: providerOf(cast, index),
      consumerSystem: at(ids.system, chance.below(ids.coreBusiness.length)),
      methods: ['api'],
      endpoint: `/data/v1/rs-${index}`,
      state: chance.once(20) ? 'blocked' : 'inProgress',
    }
}

const states = ['notStarted', 'listed', 'applied', 'sourceConfirmed', 'authorised', 'blocked', 'connected'] as const

function* entries(cast: Cast): Iterable<Element> {
  const { ids, counts, names, chance } = cast
  const shared = sharedData(cast)
  for (const [index, id] of ids.sharing.entries()) {
    const { data, unit } = shared[index % shared.length] ?? { data: 0, unit: 0 }
    const resource = parentOf(data, counts.dataItem, counts.resource)
    const business = parentOf(parentOf(unit, counts.unit, counts.module), counts.module, counts.coreBusiness)
    const state = maturityOf(unit) === 'done' ? 'inUse' : (chance.pick(states) ?? 'listed')
    yield {
      id,
      kind: 'sharing',
      name: `${names.subject()}${names.property()}共享`,
      code: `GX-${index}`,
      requirement: at(ids.requirement, data),
      provider: providerOf(cast, resource),
      providerSystem: at(ids.system, resource),
      resource: at(ids.resource, resource),
      service: at(ids.service, resource),
      consumerOrganisation: at(ids.organisation, business),
      consumerSystem: at(ids.system, business),
      shareType: chance.pick(['unconditional', 'conditional']) ?? '',
      method: 'api',
      state,
      ...(state === 'blocked' ? { blockReason: 'notReady', blockNote: '来源系统改造中' } : {}),
    }
  }
}

/** One unit in five has all its data, one in five is under way, the others have not begun. */
const maturityOf = (unit: number): 'done' | 'open' | 'none' => (unit % 5 === 0 ? 'done' : unit % 5 === 1 ? 'open' : 'none')

/** Data items of units that have begun, and the units whose matter they are. */
function sharedData({ counts }: Cast): { readonly data: number; readonly unit: number }[] {
  const found: { readonly data: number; readonly unit: number }[] = []
  for (let unit = 0; unit < counts.unit; unit++) {
    if (maturityOf(unit) === 'none') continue
    for (let data = firstOf(unit, counts.dataItem, counts.unit); data < firstOf(unit + 1, counts.dataItem, counts.unit); data++)
      found.push({ data, unit })
  }
  return found
}
