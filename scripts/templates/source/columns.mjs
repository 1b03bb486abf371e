/** Lists of choices by column; a kind of its own before the general one. */
const choiceLists = {
  subjectType: 'orgSubject',
  level: 'orgLevel',
  network: 'networkZone',
  systemStatus: 'systemStatus',
  centre: 'platformCentre',
  obligation: 'componentObligation',
  domain: 'mainDomain',
  application: 'application',
  itemType: 'itemType',
  caseType: 'caseType',
  type: 'stepType',
  'collaboration.type': 'collaborationType',
  direction: 'direction',
  indicatorKind: 'indicatorKind',
  period: 'period',
  dataType: 'dataTypeGuide',
  shareType: 'shareType',
  openType: 'openType',
  supplyMethod: 'supplyMethod',
  method: 'supplyMethod',
  updateCycle: 'updateCycle',
  actualCycle: 'updateCycle',
  cycle: 'updateCycle',
  securityLevel: 'securityLevel',
  personalInfo: 'personalInfo',
  structure: 'dataStructure',
  standardCategory: 'standardCategory',
  timeliness: 'timeliness',
  collection: 'collection',
  blockReason: 'shareRejectReason',
  state: 'serviceState',
  'sharing.state': 'rightLegStatus',
  applyStatus: 'shareApplyStatus',
  route: 'crossNetworkRoute',
  format: 'resourceFormat',
  attributeClass: 'resourceAttributeClass',
  reformKind: 'reformKind',
  urgency: 'demandUrgency',
  sceneClass: 'sceneClass',
  lifecycle: 'sceneLifecycle',
  maturity: 'maturity',
  lifeCycleObject: 'lifeCycleObject',
  stage: 'lifeCycleStage',
  'measure.system': 'fourSystems',
  'integrations.direction': 'integrationDirection',
  'assistRoles.role': 'collaborationRole',
}

const choicesLists = {
  dimensions: 'itemDimension',
  levels: 'orgLevel',
  serviceObjects: 'serviceObject',
  chainStages: 'executionChainStage',
  executionActions: 'executionAction',
  terminals: 'terminal',
  methods: 'supplyMethod',
  'integrations.mode': 'integrationMode',
}

const references = {
  lead: ['organisation'],
  organisation: ['organisation'],
  provider: ['organisation'],
  'material.issuer': ['organisation'],
  ownerOrganisation: ['organisation'],
  sourceOrganisation: ['organisation'],
  'collaboration.from': ['organisation'],
  'collaboration.to': ['organisation'],
  consumerOrganisation: ['organisation'],
  nextActor: ['organisation'],
  system: ['system'],
  sourceSystem: ['system'],
  item: ['item'],
  flow: ['flow'],
  resource: ['resource'],
  indicator: ['indicator'],
  basis: ['basis'],
  replacedBy: ['basis'],
  majorTask: ['majorTask'],
  coreBusiness: ['coreBusiness'],
  object: ['system', 'module', 'unit', 'item', 'indicator', 'dataItem'],
}

const referenceSets = {
  assists: ['organisation'],
  partners: ['organisation'],
  bases: ['basis'],
  items: ['item'],
  sourceItems: ['item'],
  indicators: ['indicator'],
  collaborations: ['collaboration'],
  flows: ['flow'],
  demands: ['demand'],
  scenes: ['scene'],
  needs: ['dataItem'],
  inputs: ['dataItem'],
  'step.outputs': ['dataItem'],
  data: ['dataItem'],
  dataItems: ['dataItem'],
  request: ['dataItem'],
  materials: ['material'],
  covers: ['module'],
  components: ['component'],
}

const numbers = new Set([
  'length',
  'precision',
  'target',
  'value',
  'baseValue',
  'warning',
  'excellence',
  'indicator.level',
  'copies',
  'visits',
  'before',
  'after',
])

const flags = new Set([
  'system.target',
  'oneThing',
  'crossLevel',
  'crossRegion',
  'crossBusiness',
  'oneNotice',
  'oneForm',
  'oneMaterialSet',
  'oneWindow',
  'oneNetwork',
  'inForce',
  'illustrative',
  'exempt',
  'accepted',
  'nonStandard',
  'fee',
  'primaryKey',
])

const durations = new Set(['timeLimit', 'legalLimit', 'latency'])

const textSets = new Set(['item.outputs', 'userRoles', 'standards', 'offices', 'synonyms', 'tags'])

/** How cells of a column are to be read, for a kind or for the lines of a field: a rule for the place goes before one for all. */
export function columnOf(place, column) {
  for (const name of [`${place}.${column}`, column]) {
    if (flags.has(name)) return { sort: 'flag' }
    if (numbers.has(name)) return { sort: 'number' }
    if (durations.has(name)) return { sort: 'duration' }
    if (textSets.has(name)) return { sort: 'texts' }
    if (choiceLists[name]) return { sort: 'choice', list: choiceLists[name] }
    if (choicesLists[name]) return { sort: 'choices', list: choicesLists[name] }
    if (references[name]) return { sort: 'ref', kinds: references[name] }
    if (referenceSets[name]) return { sort: 'refs', kinds: referenceSets[name] }
  }
  return { sort: 'text' }
}

/** Kinds that may own one, in the order in which a name is looked for. */
export const ownerKinds = {
  organisation: ['organisation'],
  basis: ['basis'],
  replacedBy: ['basis'],
  module: ['coreBusiness'],
  unit: ['module'],
  item: ['unit'],
  flow: ['item', 'unit', 'scene', 'coreBusiness'],
  step: ['flow'],
  indicator: ['indicator'],
  scene: ['scene'],
  measure: ['scene', 'majorTask'],
}

/** What ids of a kind begin with. */
export const idPrefixes = {
  organisation: 'org',
  system: 'sys',
  component: 'cmp',
  basis: 'basis',
  coreBusiness: 'cb',
  module: 'mod',
  unit: 'unit',
  item: 'item',
  material: 'mat',
  flow: 'flow',
  step: 'step',
  link: 'link',
  collaboration: 'col',
  indicator: 'ind',
  dataItem: 'dr',
  requirement: 'rq',
  resource: 'rs',
  service: 'svc',
  sharing: 'sh',
  acceptance: 'acc',
  scene: 'sc',
  majorTask: 'mt',
  measure: 'ms',
  demand: 'dm',
  reform: 'rf',
  term: 'term',
  codeList: 'list',
  criterion: 'cr',
}
