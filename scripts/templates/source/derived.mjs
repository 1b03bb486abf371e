import { coded, set } from '../stored.mjs'
import { fill } from './elements-of.mjs'
import { membersOf } from './read-table.mjs'

/** Fields whose columns begin with a word of their own, such as `requirement.timeliness`. */
const part = (record, word) =>
  Object.fromEntries(
    Object.entries(record).flatMap(([column, cell]) => (column.startsWith(`${word}.`) ? [[column.slice(word.length + 1), cell]] : [])),
  )

/** Links of the steps: what `next` says, `环节[条件]；…`, else the step below it in its flow. */
export function links(steps, cast) {
  for (const flow of new Set(steps.map(({ element }) => element.owner))) {
    const own = steps.filter(({ element }) => element.owner === flow)
    const names = new Map(own.map(({ element }) => [element.name, element.id]))
    for (const [index, { element, record }] of own.entries()) {
      const below = own[index + 1]
      const ways = record.next ? membersOf(record.next) : below ? [below.element.name] : []
      for (const way of ways.filter(one => one !== '—')) {
        const [, name, condition] = /^([^[]+)(?:\[(.+)\])?$/.exec(way)
        if (!names.has(name)) throw new Error(`${cast.get(flow).name} has no step ${name}`)
        const link = cast.add('link', { name: `${element.name}→${name}` })
        Object.assign(link, { owner: flow, from: element.id, to: names.get(name), ...(condition ? { condition } : {}) })
      }
    }
  }
}

/** A chain of the plan as a flow: start, its stages in order, end. */
export function chain({ element, record }, cast) {
  const stages = ['开始', ...membersOf(record.stages.replaceAll('→', '；')), '结束']
  const types = { 0: 'startEvent', [stages.length - 1]: 'endEvent' }
  const steps = stages.map((name, index) => {
    const step = cast.add('step', { name })
    Object.assign(step, { owner: element.id, type: types[index] ?? 'task' })
    return { element: step, record: {} }
  })
  delete element.stages
  links(steps, cast)
}

/** The service of a resource, where one is described. */
export function service({ element, record }, cast) {
  const own = part(record, 'service')
  if (own.methods === undefined) return
  const made = cast.add('service', { name: `${element.name}服务` }, element.name)
  made.resource = element.id
  if (element.code) made.code = element.code.replace('ZY', 'FW')
  made.provider = element.provider
  fill(made, own, cast)
}

/** The requirement of a data item and, where it is shared, its entry on the list: from the resource to whoever leads the business. */
export function requirement({ element, record }, cast, consumer) {
  const made = cast.add('requirement', { name: element.name })
  made.dataItem = element.id
  if (element.code) made.code = element.code.replace('SJ', 'XQ')
  fill(made, part(record, 'requirement'), cast)
  const own = part(record, 'sharing')
  if (own.state === undefined) return
  const resource = cast.get(element.resource)
  const entry = cast.add('sharing', { name: `${element.name} → ${consumer.shortName}` })
  const from = cast.all('service').find(one => one.resource === resource.id)
  if (element.code) entry.code = element.code.replace('SJ', 'GX')
  Object.assign(entry, {
    requirement: made.id,
    provider: resource.provider,
    providerSystem: resource.system,
    resource: resource.id,
    service: from?.id,
    consumerOrganisation: consumer.organisation,
    consumerSystem: consumer.system,
    shareType: element.shareType,
    condition: element.shareCondition,
    method: element.supplyMethod,
  })
  // Data of a higher level come back down, and are marked so, unless the source says otherwise.
  const levels = ['national', 'province', 'prefecture', 'county', 'township', 'village']
  const [given, taken] = [resource.provider, consumer.organisation].map(id => levels.indexOf(cast.get(id).level))
  if (given < taken && own.returnFlow !== '—') Object.assign(entry, { crossLevel: true, returnFlow: true })
  delete own.returnFlow
  fill(entry, own, cast)
}

/** Items and share type of every resource, as its data items say, and what each service returns. */
export function resources(cast) {
  for (const resource of cast.all('resource')) {
    const items = cast.all('dataItem').filter(one => one.resource === resource.id)
    if (items.length === 0) continue
    resource.items = set(items.map(one => one.id))
    const [first, ...others] = set(items.map(one => one.shareType))
    resource.shareType ??= others.length === 0 ? first : coded('shareType', '有条件')
    if (resource.shareType !== 'unconditional') resource.shareCondition ??= items.find(one => one.shareCondition)?.shareCondition
    resource.securityLevel ??= items
      .map(one => one.securityLevel)
      .sort()
      .at(-1)
    const served = cast.all('service').find(one => one.resource === resource.id)
    if (served) served.response ??= resource.items
  }
}

/** What a scene takes over from its items, where a column says `＝事项`. */
export function ofItems(scene, fields, cast) {
  const items = new Set(scene.items)
  const found = {
    dataItems: () =>
      cast
        .all('item')
        .filter(one => items.has(one.id))
        .flatMap(one => one.needs ?? []),
    indicators: () =>
      cast
        .all('indicator')
        .filter(one => one.items?.some(id => items.has(id)))
        .map(one => one.id),
    collaborations: () =>
      cast
        .all('collaboration')
        .filter(one => items.has(one.item))
        .map(one => one.id),
  }
  for (const field of fields) scene[field] = set(found[field]())
}
