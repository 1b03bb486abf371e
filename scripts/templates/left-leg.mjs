import { collaborations, flows } from './flows.mjs'
import { convertFormula } from './formula.mjs'
import { basisIds, law } from './grounds.mjs'
import { coded, limit, order, set } from './stored.mjs'

/** From core businesses to data requirements. */
export function leftLeg(context) {
  const { v2 } = context
  /** Notes what came with the second version. */
  const since = (introducedIn, ...ids) => {
    if (introducedIn === 'v2') for (const id of ids) v2.add(id)
  }
  const parts = [coreBusinesses, modules, units, items, flows, collaborations, indicators, data]
  return parts.flatMap(part => part(context, since))
}

function coreBusinesses({ example }, since) {
  return example.coreBusinesses.map(({ id, code, name, en, domainName, application, leadOrgId, definition, basis, introducedIn }) => {
    since(introducedIn, id)
    return {
      id,
      kind: 'coreBusiness',
      code,
      name,
      english: en,
      domain: coded('mainDomain', domainName),
      application: coded('application', /\((.*综合应用)/.exec(application)?.[1]),
      applicationText: application,
      lead: leadOrgId,
      definition,
      bases: set(basis.map(basisIds(example))),
      basisText: basis.find(text => text.includes(law.name)),
    }
  })
}

function modules({ example }, since) {
  return example.modules.map(({ id, code, name, coreBusinessId, order: at, definition, introducedIn }) => {
    since(introducedIn, id)
    return { id, kind: 'module', code, name, owner: coreBusinessId, order: order(at - 1), definition }
  })
}

function units({ example }, since) {
  return example.units.map(({ id, code, name, moduleId, order: at, introducedIn }) => {
    since(introducedIn, id)
    return { id, kind: 'unit', code, name, owner: moduleId, order: order(at - 1) }
  })
}

function items({ example }, since) {
  return example.items.map((one, index) => {
    since(one.introducedIn, one.id)
    return {
      id: one.id,
      kind: 'item',
      code: one.code,
      name: one.name,
      english: one.en,
      owner: one.unitId,
      order: order(index),
      dimensions: set(one.dimensions),
      lead: one.leadOrgId,
      assists: set(one.assistOrgIds),
      levels: set(one.levels.map(level => coded('orgLevel', level))),
      itemType: coded('itemType', one.govItemType),
      basisText: one.legalBasis,
      bases: one.legalBasis.includes(law.name) ? [law.id] : [],
      frequencyText: one.frequency,
      timeLimit: limit(one.timeLimit),
      outputs: set(one.outputs),
      needs: set(one.dataRequirementIds),
    }
  })
}

function indicators({ example, nameOf }, since) {
  return example.indicators.map((one, index) => {
    since(one.introducedIn, one.id)
    return {
      id: one.id,
      kind: 'indicator',
      code: one.code,
      name: one.name,
      owner: one.parentId,
      order: one.parentId ? order(index) : undefined,
      level: one.level,
      indicatorKind: coded('indicatorKind', one.kind),
      unit: one.unit,
      ...convertFormula(one, nameOf),
      target: one.target,
      direction: coded('direction', one.direction),
      lead: one.ownerOrgId,
      items: set(one.itemIds),
      period: coded('period', one.frequency),
    }
  })
}

function data({ example }, since) {
  return example.dataRequirements.flatMap(one => {
    const requirement = one.id.replace('dr-', 'rq-')
    since(one.introducedIn, one.id, requirement)
    return [
      {
        id: one.id,
        kind: 'dataItem',
        code: one.code,
        name: one.name,
        english: one.en,
        dataType: coded('dataTypeGuide', one.dataType),
        length: one.length,
        precision: one.precision,
        unit: one.unit,
        valueDomain: one.valueDomain,
        resource: one.resourceId,
        sourceOrganisation: one.sourceOrgId,
        sourceSystem: one.sourceSystemId,
        shareType: coded('shareType', one.shareType),
        shareCondition: one.shareCondition,
        openType: coded('openType', one.openType),
        supplyMethod: coded('supplyMethod', one.supplyMethod),
        updateCycle: coded('updateCycle', one.updateCycle),
        securityLevel: one.securityLevel,
        personalInfo: one.personalInfo ? 'general' : 'none',
        structure: coded('dataStructure', one.structure),
        note: one.note,
      },
      {
        id: requirement,
        kind: 'requirement',
        code: one.code.replace('DR', 'XQ'),
        name: one.name,
        dataItem: one.id,
        timeliness: coded('timeliness', one.timeliness),
        blockReason: coded('shareRejectReason', one.blockReason),
        ...(one.rightLegStatus === 'notStarted' ? { note: '未开展' } : {}),
      },
    ]
  })
}
