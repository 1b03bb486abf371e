import { coded, set } from './stored.mjs'

/** Resources, services and sharing entries. */
export const rightLeg = context => [...resources(context), ...services(context), ...entries(context)]

function resources({ example }) {
  return example.dataResources.map(({ id, name, providerOrgId, systemId, format, attributeClass, updateCycle, catalogCode }) => ({
    id,
    kind: 'resource',
    name,
    provider: providerOrgId,
    system: systemId,
    format: coded('resourceFormat', format),
    attributeClass: coded('resourceAttributeClass', attributeClass),
    updateCycle: coded('updateCycle', updateCycle),
    catalogCode,
    items: set(example.dataRequirements.filter(one => one.resourceId === id).map(one => one.id)),
  }))
}

function services({ example }) {
  return example.rightLeg.dataServices.map(one => ({
    id: one.id,
    kind: 'service',
    name: one.name,
    resource: one.resourceId,
    provider: one.providerOrgId,
    consumerSystem: one.consumerSystemId,
    methods: set(one.methods.map(method => coded('supplyMethod', method))),
    endpoint: one.interfaceRef,
    response: set(one.dataRequirementIds),
    state: coded('serviceState', one.status),
  }))
}

function entries({ example, v2 }) {
  const short = new Map(example.organisations.map(one => [one.id, one.shortName]))
  const names = new Map(example.dataRequirements.map(one => [one.id, one.name]))
  return example.rightLeg.sharingEntries.map(one => {
    const requirement = one.dataRequirementId.replace('dr-', 'rq-')
    if (v2.has(requirement)) v2.add(one.id)
    return {
      id: one.id,
      kind: 'sharing',
      name: `${names.get(one.dataRequirementId)} → ${short.get(one.consumerOrgId)}`,
      requirement,
      provider: one.providerOrgId,
      providerSystem: one.providerSystemId,
      resource: one.resourceId,
      service: one.serviceId,
      consumerOrganisation: one.consumerOrgId,
      shareType: coded('shareType', one.shareType),
      condition: one.condition,
      method: coded('supplyMethod', one.method),
      state: coded('rightLegStatus', one.status),
      crossLevel: one.crossLevel,
    }
  })
}
