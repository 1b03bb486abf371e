import { readFileSync } from 'node:fs'
import { convertFormula } from './formula.mjs'
import { watched } from './placed.mjs'

const lists = new Map(JSON.parse(readFileSync(new URL('../../model/code-lists/lists.json', import.meta.url), 'utf8')).map(list => [list.id, list.values]))

/** The stored value for a wording, label or code of a list; throws when the list has none such. */
function coded(list, written) {
  if (written === null || written === undefined || written === '') return undefined
  const found = lists.get(list).find(one => [one.value, one.label, one.code, ...(one.aliases ?? [])].includes(String(written)))
  if (!found) throw new Error(`${list} has no ${written}`)
  return found.value
}

const set = members => [...new Set(members)].sort()

const order = index => (index < 62 ? `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index]}` : `b${String(index).padStart(2, '0')}`)

const limit = written => {
  if (written === null || written === undefined) return undefined
  if (typeof written === 'object') return { value: written.value, unit: written.unit }
  const units = { 工作日: 'workday', 日: 'calendarDay' }
  const match = /^(≥)?(\d+)(工作日|日)$/.exec(written)
  if (!match) return { words: written }
  return { value: Number(match[2]), unit: units[match[3]], ...(match[1] ? { words: written } : {}) }
}

/** Without empty fields, as documents store elements. */
function tidy(element) {
  const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(element).filter(([key, value]) => key === 'name' || !isEmpty(value)))
}

/** Turns the worked model into elements; `unplaced` names every leaf that went nowhere. */
export function convertSanzi(json) {
  const { value: example, unread } = watched(json)
  const context = { example, v2: new Set(), nameOf: namesOf(example) }
  const elements = [documentOf(context), ...grounds(context), ...leftLeg(context), ...rightLeg(context), ...iteration(context)].map(tidy)
  const versions = example.versions.map(({ id, name, date, overlayId }) => ({ id, name, date, ...(overlayId ? { overlay: overlayId } : {}) }))
  return { elements, v2: context.v2, versions, unplaced: unread() }
}

function namesOf(example) {
  const names = new Map([...example.dataRequirements, ...example.indicators].map(one => [one.id, one.name]))
  return id => {
    const name = names.get(id)
    return /^[\p{L}\p{N}_]+$/u.test(name) ? name : `[${name}]`
  }
}

function documentOf({ example }) {
  const { title, region, regionName, version, createdFor } = example.meta
  const when = example.versions.at(-1)
  return { id: 'document', kind: 'document', name: title, region, regionName, version, createdOn: when.date, purpose: createdFor, illustrative: example.illustrative, note: example.notice, template: 'sanzi' }
}

const law = { id: 'basis-law', name: '浙江省农村集体资产管理条例' }

function grounds({ example }) {
  const organisations = example.organisations.map(({ id, name, shortName, subjectType, level, regionCode, creditCode, parentId, note, illustrative }) => ({
    id, kind: 'organisation', name, owner: parentId, order: parentId ? order(0) : undefined, note, shortName, subjectType: coded('orgSubject', subjectType), level: coded('orgLevel', level), regionCode, creditCode, illustrative,
  }))
  const target = example.rightLeg.businessSystem.systemId
  const components = example.components.map(({ name, center, obligation }, index) => ({ id: `component-${index + 1}`, kind: 'component', name, centre: coded('platformCentre', center), obligation: coded('componentObligation', obligation) }))
  const integrations = example.systemIntegrationList.map(({ systemId, mode, direction }) => ({ system: systemId, mode, direction: coded('integrationDirection', direction) }))
  const systems = example.systems.map(({ id, name, ownerOrgId, level, network, status, builtBy, irsCode }) => ({
    id, kind: 'system', name, ownerOrganisation: ownerOrgId, level: coded('orgLevel', level), network: coded('networkZone', network), systemStatus: coded('systemStatus', status), builtBy, irsCode,
    ...(id === target ? { target: true, covers: set(example.modules.map(one => one.id)), components: set(components.map(one => one.id)), integrations } : {}),
  }))
  const plan = example.coreBusinesses.flatMap(one => one.basis).filter(text => !text.includes(law.name))
  const bases = [{ ...law, kind: 'basis', inForce: true }, ...plan.map((name, index) => ({ id: `basis-plan-${index + 1}`, kind: 'basis', name }))]
  return [...organisations, ...systems, ...components, ...bases]
}

function leftLeg(context) {
  const { example, v2 } = context
  const since = (introducedIn, ...ids) => {
    if (introducedIn === 'v2') for (const id of ids) v2.add(id)
  }
  const coreBusinesses = example.coreBusinesses.map(({ id, code, name, en, domainName, application, leadOrgId, definition, basis, introducedIn }) => {
    since(introducedIn, id)
    const bases = basis.map((text, index) => (text.includes(law.name) ? law.id : `basis-plan-${index + 1}`))
    return { id, kind: 'coreBusiness', code, name, english: en, domain: coded('mainDomain', domainName), application: 'digitalGovernment', applicationText: application, lead: leadOrgId, definition, bases: set(bases), basisText: basis.find(text => text.includes(law.name)) }
  })
  const modules = example.modules.map(({ id, code, name, coreBusinessId, order: at, definition, introducedIn }) => {
    since(introducedIn, id)
    return { id, kind: 'module', code, name, owner: coreBusinessId, order: order(at - 1), definition }
  })
  const units = example.units.map(({ id, code, name, moduleId, order: at, introducedIn }) => {
    since(introducedIn, id)
    return { id, kind: 'unit', code, name, owner: moduleId, order: order(at - 1) }
  })
  const items = example.items.map((one, index) => {
    since(one.introducedIn, one.id)
    return {
      id: one.id, kind: 'item', code: one.code, name: one.name, english: one.en, owner: one.unitId, order: order(index), dimensions: set(one.dimensions), lead: one.leadOrgId, assists: set(one.assistOrgIds), levels: set(one.levels.map(level => coded('orgLevel', level))),
      itemType: coded('itemType', one.govItemType), basisText: one.legalBasis, bases: [law.id], frequencyText: one.frequency, timeLimit: limit(one.timeLimit), outputs: set(one.outputs), needs: set(one.dataRequirementIds),
    }
  })
  return [...coreBusinesses, ...modules, ...units, ...items, ...flows(context, since), ...collaborations(context, since), ...indicators(context, since), ...data(context, since)]
}

function flows({ example }, since) {
  return example.processes.flatMap(({ id, name, trigger, outcome, steps, introducedIn }) => {
    since(introducedIn, id)
    const names = new Map(steps.map(step => [step.id, step.name]))
    const own = steps.map(step => ({
      id: step.id, kind: 'step', name: step.name, owner: id, order: order(step.seq - 1), type: coded('stepType', step.type), organisation: step.orgId, item: step.itemId, timeLimit: limit(step.limit), inputs: set(step.inputs), outputs: set(step.outputs), system: step.systemId,
    }))
    const links = steps.flatMap((step, at) =>
      step.next.map(({ to, condition }, index) => ({ id: `${step.id}-n${index + 1}`, kind: 'link', name: `${step.name}→${names.get(to)}`, owner: id, order: order(steps.length + at), from: step.id, to, condition })),
    )
    return [{ id, kind: 'flow', name, trigger, outcome }, ...own, ...links]
  })
}

function collaborations({ example }, since) {
  return example.collaborations.map(one => {
    since(one.introducedIn, one.id)
    return { id: one.id, kind: 'collaboration', name: one.content, from: one.fromOrgId, to: one.toOrgId, item: one.itemId, type: coded('collaborationType', one.type), content: one.content, condition: one.condition, data: set(one.dataRequirementIds), timeLimit: limit(one.timeLimit), flow: one.flowId, fromStep: one.fromStepId, toStep: one.toStepId }
  })
}

function indicators({ example, nameOf }, since) {
  return example.indicators.map((one, index) => {
    since(one.introducedIn, one.id)
    return {
      id: one.id, kind: 'indicator', code: one.code, name: one.name, owner: one.parentId, order: one.parentId ? order(index) : undefined, level: one.level, indicatorKind: coded('indicatorKind', one.kind), unit: one.unit, ...convertFormula(one, nameOf), target: one.target, direction: coded('direction', one.direction), lead: one.ownerOrgId, items: set(one.itemIds), period: coded('period', one.frequency),
    }
  })
}

function data({ example }, since) {
  return example.dataRequirements.flatMap(one => {
    const requirement = one.id.replace('dr-', 'rq-')
    since(one.introducedIn, one.id, requirement)
    return [
      {
        id: one.id, kind: 'dataItem', code: one.code, name: one.name, english: one.en, dataType: coded('dataTypeGuide', one.dataType), length: one.length, precision: one.precision, unit: one.unit, valueDomain: one.valueDomain, resource: one.resourceId, sourceOrganisation: one.sourceOrgId, sourceSystem: one.sourceSystemId, shareType: coded('shareType', one.shareType), shareCondition: one.shareCondition, openType: coded('openType', one.openType), supplyMethod: coded('supplyMethod', one.supplyMethod), updateCycle: coded('updateCycle', one.updateCycle), securityLevel: one.securityLevel, personalInfo: one.personalInfo ? 'general' : 'none', structure: coded('dataStructure', one.structure), note: one.note,
      },
      { id: requirement, kind: 'requirement', code: one.code.replace('DR', 'XQ'), name: one.name, dataItem: one.id, timeliness: coded('timeliness', one.timeliness), blockReason: coded('shareRejectReason', one.blockReason), ...(one.rightLegStatus === 'notStarted' ? { note: '未开展' } : {}) },
    ]
  })
}

function rightLeg({ example, v2 }) {
  const resources = example.dataResources.map(({ id, name, providerOrgId, systemId, format, attributeClass, updateCycle, catalogCode }) => ({
    id, kind: 'resource', name, provider: providerOrgId, system: systemId, format: coded('resourceFormat', format), attributeClass: coded('resourceAttributeClass', attributeClass), updateCycle: coded('updateCycle', updateCycle), catalogCode, items: set(example.dataRequirements.filter(one => one.resourceId === id).map(one => one.id)),
  }))
  const services = example.rightLeg.dataServices.map(one => ({
    id: one.id, kind: 'service', name: one.name, resource: one.resourceId, provider: one.providerOrgId, consumerSystem: one.consumerSystemId, methods: set(one.methods.map(method => coded('supplyMethod', method))), endpoint: one.interfaceRef, response: set(one.dataRequirementIds), state: coded('serviceState', one.status),
  }))
  const short = new Map(example.organisations.map(one => [one.id, one.shortName]))
  const names = new Map(example.dataRequirements.map(one => [one.id, one.name]))
  const entries = example.rightLeg.sharingEntries.map(one => {
    const requirement = one.dataRequirementId.replace('dr-', 'rq-')
    if (v2.has(requirement)) v2.add(one.id)
    return { id: one.id, kind: 'sharing', name: `${names.get(one.dataRequirementId)} → ${short.get(one.consumerOrgId)}`, requirement, provider: one.providerOrgId, providerSystem: one.providerSystemId, resource: one.resourceId, service: one.serviceId, consumerOrganisation: one.consumerOrgId, shareType: coded('shareType', one.shareType), condition: one.condition, method: coded('supplyMethod', one.method), state: coded('rightLegStatus', one.status), crossLevel: one.crossLevel }
  })
  return [...resources, ...services, ...entries]
}

function iteration(context) {
  return [...lists(context), ...sceneMeasures(context), ...tasks(context)]
  function lists({ example }) {
    const { demands, scenarios, reforms } = example.threeLists
    return [
      ...demands.map(({ id, name, raisedBy }) => ({ id, kind: 'demand', name, raisedBy })),
      ...scenarios.flatMap(({ id, name, demandIds, flowIds, orgIds, subScenes }) => [
        { id, kind: 'scene', name, oneThing: name.includes('一件事') ? true : undefined, demands: set(demandIds), flows: set(flowIds), partners: set(orgIds) },
        ...(subScenes ?? []).map((one, index) => ({ id: `${id}-${index + 1}`, kind: 'scene', name: one.name, owner: id, order: order(index), domain: coded('mainDomain', one.domain), items: set(one.itemIds), indicators: set(one.indicatorIds), dataItems: set(one.dataRequirementIds) })),
      ]),
      ...reforms.map(({ id, kind, name, scenarioIds, oldMechanism }) => ({ id, kind: 'reform', name, reformKind: coded('reformKind', reformKinds[kind]), scenes: set(scenarioIds), oldMechanism })),
    ]
  }
}

const reformKinds = { process: 'processReengineering', institution: 'institutionalReshaping', mechanism: 'mechanismInnovation', rule: 'ruleReconstruction' }

/** The four systems of the scenes, a line each, under every scene they are for. */
function sceneMeasures({ example, v2 }) {
  const { scenarioIds, indicatorSystem, workSystem, policySystem, evaluationSystem } = example.scenarioSystems
  const names = new Map(example.indicators.map(one => [one.id, one.name]))
  const measures = scenarioIds.flatMap(scene => {
    const made = [
      ...indicatorSystem.map(id => ({ name: names.get(id), system: 'indicatorSystem', indicator: id })),
      ...workSystem.map(({ task, orgId, due, cadence }) => ({ name: task, system: 'workSystem', organisation: orgId, due, cadence })),
      ...policySystem.map(({ name, articles }) => ({ name, system: 'policySystem', basis: law.id, articles })),
      ...evaluationSystem.map(({ name, basis, resultUse }) => ({ name, system: 'evaluationSystem', ...(names.has(basis) ? { indicator: basis } : { criterion: basis }), resultUse })),
    ]
    return made.map((one, index) => ({ id: `${scene}-m${index + 1}`, kind: 'measure', owner: scene, order: order(20 + index), ...one }))
  })
  for (const one of measures) if (one.system === 'indicatorSystem' && v2.has(one.indicator)) v2.add(one.id)
  return measures
}

/** The major task came with v2, and with it everything it owns. */
function tasks({ example, v2 }) {
  return example.majorTasks.flatMap(one => {
    const lines = [
      ...one.workSystem.map(name => ({ name, system: 'workSystem', cadence: name })),
      ...one.policySystem.map(name => ({ name, system: 'policySystem', basis: law.id })),
      ...one.evaluationSystem.map(name => ({ name, system: 'evaluationSystem' })),
    ].map((line, index) => ({ id: `${one.id}-m${index + 1}`, kind: 'measure', owner: one.id, order: order(index), ...line }))
    v2.add(one.id)
    for (const line of lines) v2.add(line.id)
    const task = { id: one.id, kind: 'majorTask', name: one.name, year: '2022', overlay: 'v2', tasks: one.taskList.map(({ name, orgId }) => ({ name, organisation: orgId })), indicators: set(one.indicatorIds), items: set(one.itemIds), executionActions: set(one.executionActions.map(action => coded('executionAction', action))) }
    return [task, ...lines]
  })
}
