import type { Element, ElementId } from '#model/schema/element.ts'
import { anyOf, asSet, at, type Cast, firstOf, parentOf } from './cast.ts'

/** Order keys of siblings; more than any element here owns. */
const orders = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const orderAt = (index: number): string => `b${orders[Math.floor(index / 52) % 52]}${orders[index % 52]}`

/** Organisations, systems, and the left leg of the V down to flows and collaborations. */
export function* leftLeg(cast: Cast): Iterable<Element> {
  yield { id: at(cast.ids.document, 0), kind: 'document', name: '试用样例', region: '339901', regionName: '示例县', illustrative: true }
  yield* organisations(cast)
  yield* systems(cast)
  yield* businesses(cast)
  yield* level(cast, 'module', 'coreBusiness')
  yield* level(cast, 'unit', 'module')
  yield* items(cast)
  yield* flows(cast)
  yield* collaborations(cast)
}

function* organisations({ ids, names, chance }: Cast): Iterable<Element> {
  for (const [index, id] of ids.organisation.entries()) {
    const bureau = names.bureau()
    const name = `示例省${names.region()}县${bureau}`
    yield {
      id,
      kind: 'organisation',
      name,
      shortName: `县${bureau}`,
      code: `BM-${index}`,
      level: chance.pick(['province', 'county']) ?? '',
    }
  }
}

function* systems(cast: Cast): Iterable<Element> {
  const { ids, names, chance, counts } = cast
  for (const [index, id] of ids.system.entries()) {
    const target = index < counts.coreBusiness
    const covers = ids.module.filter((_, module) => target && parentOf(module, counts.module, counts.coreBusiness) === index)
    yield {
      id,
      kind: 'system',
      name: `${names.region()}${names.subject()}${target ? '协同应用' : '管理系统'}`,
      ownerOrganisation: anyOf(cast, ids.organisation),
      level: chance.pick(['province', 'county']) ?? '',
      network: 'governmentExtranet',
      systemStatus: target ? 'building' : 'running',
      ...(covers.length > 0 ? { target, covers: asSet(covers) } : {}),
    }
  }
}

function* businesses(cast: Cast): Iterable<Element> {
  const { ids, names, chance } = cast
  for (const [index, id] of ids.coreBusiness.entries())
    yield {
      id,
      kind: 'coreBusiness',
      name: `${names.region()}${names.subject()}管理`,
      code: `HX-${index}`,
      domain: chance.pick(['ruralRevitalisation', 'marketSupervision', 'publicService', 'socialGovernance']) ?? '',
      lead: at(ids.organisation, index),
      assists: asSet([anyOf(cast, ids.organisation), anyOf(cast, ids.organisation)]),
      definition: names.sentence(),
    }
}

/** Modules of core businesses or units of modules. */
function* level({ ids, counts, names }: Cast, kind: 'module' | 'unit', owners: 'coreBusiness' | 'module'): Iterable<Element> {
  for (const [index, id] of ids[kind].entries())
    yield {
      id,
      kind,
      name: `${names.subject()}${names.deed()}${kind === 'module' ? '板块' : '单元'}`,
      code: `${kind === 'module' ? 'MK' : 'DY'}-${index}`,
      ...placed(index, counts[kind], ids[owners]),
      definition: names.sentence(),
    }
}

function placed(index: number, members: number, owners: readonly ElementId[]): { readonly owner: ElementId; readonly order: string } {
  const parent = parentOf(index, members, owners.length)
  return { owner: at(owners, parent), order: orderAt(index - firstOf(parent, members, owners.length)) }
}

/** Needs of an item, mostly of its own unit. */
const OWN_NEEDS = 9
const OTHER_NEEDS = 3

function* items(cast: Cast): Iterable<Element> {
  const { ids, counts, names, chance } = cast
  for (const [index, id] of ids.item.entries())
    yield {
      id,
      kind: 'item',
      name: `${names.region()}${names.subject()}${names.deed()}`,
      code: `SX-${index}`,
      ...placed(index, counts.item, ids.unit),
      dimensions: chance.once(2) ? ['governance'] : ['governance', 'service'],
      lead: leadOfItem(cast, index),
      assists: asSet([anyOf(cast, ids.organisation), anyOf(cast, ids.organisation)]),
      levels: ['county'],
      itemType: chance.pick(['administrativeLicence', 'publicService', 'internalMatter']) ?? '',
      frequencyText: '按需',
      timeLimit: { value: 1 + chance.below(20), unit: 'workday' },
      trigger: `${names.subject()}提出${names.deed()}`,
      needs: needsOf(cast, parentOf(index, counts.item, counts.unit)),
    }
}

/** The lead of an item's core business, in one of four items another organisation. */
function leadOfItem(cast: Cast, item: number): ElementId {
  const { ids, counts, chance } = cast
  const unit = parentOf(item, counts.item, counts.unit)
  const module = parentOf(unit, counts.unit, counts.module)
  return chance.once(4) ? anyOf(cast, ids.organisation) : at(ids.organisation, parentOf(module, counts.module, counts.coreBusiness))
}

function needsOf(cast: Cast, unit: number): readonly string[] {
  const { ids } = cast
  const own = dataOfUnit(cast, unit)
  return asSet([
    ...Array.from({ length: OWN_NEEDS }, () => anyOf(cast, own)),
    ...Array.from({ length: OTHER_NEEDS }, () => at(ids.dataItem, dataStart(cast, unit) + cast.chance.below(4 * own.length))),
  ])
}

const dataStart = ({ counts }: Cast, unit: number): number => firstOf(unit, counts.dataItem, counts.unit)

/** Data items that belong to a unit's matter. */
export const dataOfUnit = (cast: Cast, unit: number): readonly ElementId[] =>
  cast.ids.dataItem.slice(dataStart(cast, unit), dataStart(cast, unit + 1))

function* flows(cast: Cast): Iterable<Element> {
  const { ids, counts, names } = cast
  for (const [index, id] of ids.flow.entries()) {
    const item = parentOf(index, counts.flow, counts.item)
    yield { id, kind: 'flow', name: `${names.subject()}${names.deed()}流程`, owner: at(ids.item, item), order: 'a0', trigger: '提出申请' }
    yield* stepsOf(cast, index, item)
  }
}

function* stepsOf(cast: Cast, flow: number, item: number): Iterable<Element> {
  const { ids, counts, names, chance } = cast
  const start = firstOf(flow, counts.step, counts.flow)
  const end = firstOf(flow + 1, counts.step, counts.flow)
  const owner = at(ids.flow, flow)
  const own = dataOfUnit(cast, parentOf(item, counts.item, counts.unit))
  for (let index = start; index < end; index++) {
    const id = at(ids.step, index)
    yield {
      id,
      kind: 'step',
      name: `${names.deed()}${names.subject()}`,
      owner,
      order: orderAt(index - start),
      type: index === start ? 'startEvent' : index === end - 1 ? 'endEvent' : 'userTask',
      organisation: anyOf(cast, ids.organisation),
      item: at(ids.item, item),
      timeLimit: { value: 1 + chance.below(5), unit: 'workday' },
      inputs: asSet([anyOf(cast, own), anyOf(cast, own)]),
      system: anyOf(cast, ids.system),
    }
    // One link fewer than steps in each flow, so the links before this one are the steps before it less one for each flow.
    if (index > start)
      yield {
        id: at(ids.link, index - flow - 1),
        kind: 'link',
        name: '',
        owner,
        order: orderAt(26 * 52 + index),
        from: at(ids.step, index - 1),
        to: id,
      }
  }
}

function* collaborations(cast: Cast): Iterable<Element> {
  const { ids, counts, names, chance } = cast
  for (const [index, id] of ids.collaboration.entries()) {
    const item = parentOf(index, counts.collaboration, counts.item)
    const own = dataOfUnit(cast, parentOf(item, counts.item, counts.unit))
    const type = chance.pick(['dataSharing', 'serialHandoff', 'parallelHandling']) ?? ''
    yield {
      id,
      kind: 'collaboration',
      name: `${names.deed()}→${names.deed()}`,
      from: anyOf(cast, ids.organisation),
      to: anyOf(cast, ids.organisation),
      item: at(ids.item, item),
      type,
      content: `${names.subject()}${names.deed()}`,
      data: asSet([anyOf(cast, own), anyOf(cast, own)]),
      timeliness: 'day',
    }
  }
}
