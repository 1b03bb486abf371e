import { coded, order, set } from './stored.mjs'

/** The law that the worked model quotes. */
export const law = { id: 'basis-law', name: '浙江省农村集体资产管理条例' }

/** Organisations, systems, components and grounds. */
export function grounds({ example }) {
  const organisations = example.organisations.map(
    ({ id, name, shortName, subjectType, level, regionCode, creditCode, parentId, note, illustrative }, index) => ({
      id,
      kind: 'organisation',
      name,
      owner: parentId,
      order: parentId ? order(index) : undefined,
      note,
      shortName,
      subjectType: coded('orgSubject', subjectType),
      level: coded('orgLevel', level),
      regionCode,
      creditCode,
      illustrative,
    }),
  )
  const target = example.rightLeg.businessSystem.systemId
  const components = example.components.map(({ name, center, obligation }, index) => ({
    id: `component-${index + 1}`,
    kind: 'component',
    name,
    centre: coded('platformCentre', center),
    obligation: coded('componentObligation', obligation),
  }))
  const integrations = example.systemIntegrationList.map(({ systemId, mode, direction }) => ({
    system: systemId,
    mode: set(mode.split('+').map(one => coded('integrationMode', one))),
    direction: coded('integrationDirection', direction),
  }))
  const systems = example.systems.map(({ id, name, ownerOrgId, level, network, status, builtBy, irsCode }) => ({
    id,
    kind: 'system',
    name,
    ownerOrganisation: ownerOrgId,
    level: coded('orgLevel', level),
    network: coded('networkZone', network),
    systemStatus: coded('systemStatus', status),
    builtBy,
    irsCode,
    ...(id === target
      ? { target: true, covers: set(example.modules.map(one => one.id)), components: set(components.map(one => one.id)), integrations }
      : {}),
  }))
  const idOf = basisIds(example)
  const bases = [{ ...law, kind: 'basis', inForce: true }, ...others(example).map(name => ({ id: idOf(name), kind: 'basis', name }))]
  return [...organisations, ...systems, ...components, ...bases]
}

const others = example => [...new Set(example.coreBusinesses.flatMap(one => one.basis))].filter(text => !text.includes(law.name))

/** The basis that a text of the worked model means. */
export function basisIds(example) {
  const texts = others(example)
  return text => (text.includes(law.name) ? law.id : `basis-plan-${texts.indexOf(text) + 1}`)
}
