import { coded, limit, order, set } from './stored.mjs'

/** Flows with their steps and links. */
export function flows({ example }, since) {
  return example.processes.flatMap(({ id, name, trigger, outcome, steps, introducedIn }) => {
    since(introducedIn, id)
    const names = new Map(steps.map(step => [step.id, step.name]))
    const own = steps.map(step => ({
      id: step.id,
      kind: 'step',
      name: step.name,
      owner: id,
      order: order(step.seq - 1),
      type: coded('stepType', step.type),
      organisation: step.orgId,
      item: step.itemId,
      timeLimit: limit(step.limit),
      inputs: set(step.inputs),
      outputs: set(step.outputs),
      system: step.systemId,
    }))
    const links = steps
      .flatMap(step => step.next.map(({ to, condition }, index) => ({ id: `${step.id}-n${index + 1}`, step, to, condition })))
      .map(({ id: link, step, to, condition }, index) => ({
        id: link,
        kind: 'link',
        name: `${step.name}→${names.get(to)}`,
        owner: id,
        order: order(steps.length + index),
        from: step.id,
        to,
        condition,
      }))
    return [{ id, kind: 'flow', name, trigger, outcome }, ...own, ...links]
  })
}

/** What two organisations do together for an item. */
export function collaborations({ example }, since) {
  return example.collaborations.map(one => {
    since(one.introducedIn, one.id)
    return {
      id: one.id,
      kind: 'collaboration',
      name: one.content,
      from: one.fromOrgId,
      to: one.toOrgId,
      item: one.itemId,
      type: coded('collaborationType', one.type),
      content: one.content,
      condition: one.condition,
      data: set(one.dataRequirementIds),
      timeLimit: limit(one.timeLimit),
      flow: one.flowId,
      fromStep: one.fromStepId,
      toStep: one.toStepId,
    }
  })
}
