import { law } from './grounds.mjs'
import { coded, order, set } from './stored.mjs'

/** The three lists, the four systems and the major tasks. */
export function iteration(context) {
  return [...lists(context), ...sceneMeasures(context), ...tasks(context)]
}

function lists({ example }) {
  const { demands, scenarios, reforms } = example.threeLists
  return [
    ...demands.map(({ id, name, raisedBy }) => ({ id, kind: 'demand', name, raisedBy })),
    ...scenarios.flatMap(({ id, name, demandIds, flowIds, orgIds, subScenes }) => [
      {
        id,
        kind: 'scene',
        name,
        oneThing: name.includes('一件事') ? true : undefined,
        demands: set(demandIds),
        flows: set(flowIds),
        partners: set(orgIds),
      },
      ...(subScenes ?? []).map((one, index) => ({
        id: `${id}-${index + 1}`,
        kind: 'scene',
        name: one.name,
        owner: id,
        order: order(index),
        domain: coded('mainDomain', one.domain),
        items: set(one.itemIds),
        indicators: set(one.indicatorIds),
        dataItems: set(one.dataRequirementIds),
      })),
    ]),
    ...reforms.map(({ id, kind, name, scenarioIds, oldMechanism }) => ({
      id,
      kind: 'reform',
      name,
      reformKind: coded('reformKind', reformKinds[kind]),
      scenes: set(scenarioIds),
      oldMechanism,
    })),
  ]
}

const reformKinds = {
  process: 'processReengineering',
  institution: 'institutionalReshaping',
  mechanism: 'mechanismInnovation',
  rule: 'ruleReconstruction',
}

/** The four systems of the scenes, a line each, under every scene they are for. */
function sceneMeasures({ example, v2 }) {
  const { scenarioIds, indicatorSystem, workSystem, policySystem, evaluationSystem } = example.scenarioSystems
  const names = new Map(example.indicators.map(one => [one.id, one.name]))
  const measures = scenarioIds.flatMap(scene => {
    const made = [
      ...indicatorSystem.map(id => ({ name: names.get(id), system: 'indicatorSystem', indicator: id })),
      ...workSystem.map(({ task, orgId, due, cadence }) => ({ name: task, system: 'workSystem', organisation: orgId, due, cadence })),
      ...policySystem.map(({ name, articles }) => ({ name, system: 'policySystem', basis: law.id, articles })),
      ...evaluationSystem.map(({ name, basis, resultUse }) => ({
        name,
        system: 'evaluationSystem',
        ...(names.has(basis) ? { indicator: basis } : { criterion: basis }),
        resultUse,
      })),
    ]
    return made.map((one, index) => ({ id: `${scene}-m${index + 1}`, kind: 'measure', owner: scene, order: order(20 + index), ...one }))
  })
  for (const one of measures) if (one.system === 'indicatorSystem' && v2.has(one.indicator)) v2.add(one.id)
  return measures
}

/** A major task came with the version that it overlays. */
function tasks({ example, v2 }) {
  return example.majorTasks.flatMap(one => {
    const version = example.versions.find(({ overlayId }) => overlayId === one.id)
    const lines = [
      ...one.workSystem.map(name => ({ name, system: 'workSystem', cadence: name })),
      ...one.policySystem.map(name => ({ name, system: 'policySystem', basis: law.id })),
      ...one.evaluationSystem.map(name => ({ name, system: 'evaluationSystem' })),
    ].map((line, index) => ({ id: `${one.id}-m${index + 1}`, kind: 'measure', owner: one.id, order: order(index), ...line }))
    if (version.id === 'v2') v2.add(one.id)
    const task = {
      id: one.id,
      kind: 'majorTask',
      name: one.name,
      year: version.date.slice(0, 4),
      overlay: version.id,
      tasks: one.taskList.map(({ name, orgId }) => ({ name, organisation: orgId })),
      indicators: set(one.indicatorIds),
      items: set(one.itemIds),
      executionActions: set(one.executionActions.map(action => coded('executionAction', action))),
    }
    return [task, ...lines]
  })
}
