import type { ElementFrom, Kind } from '../schema/define-kind.ts'
import { acceptanceKind } from './acceptance.ts'
import { basisKind } from './basis.ts'
import { codeListKind } from './code-list.ts'
import { collaborationKind } from './collaboration.ts'
import { commentKind } from './comment.ts'
import { componentKind } from './component.ts'
import { coreBusinessKind } from './core-business.ts'
import { criterionKind } from './criterion.ts'
import { dataItemKind } from './data-item.ts'
import { demandKind } from './demand.ts'
import { documentKind } from './document.ts'
import { fieldDefinitionKind } from './field-definition.ts'
import { flowKind } from './flow.ts'
import { indicatorKind } from './indicator.ts'
import { itemKind } from './item.ts'
import { linkKind } from './link.ts'
import { majorTaskKind } from './major-task.ts'
import { materialKind } from './material.ts'
import { measureKind } from './measure.ts'
import { moduleKind } from './module.ts'
import { organisationKind } from './organisation.ts'
import { placementKind } from './placement.ts'
import { postKind } from './post.ts'
import { reformKind } from './reform.ts'
import { requirementKind } from './requirement.ts'
import { resourceKind } from './resource.ts'
import { savedViewKind } from './saved-view.ts'
import { sceneKind } from './scene.ts'
import { serviceKind } from './service.ts'
import { sharingKind } from './sharing.ts'
import { stepKind } from './step.ts'
import { systemKind } from './system.ts'
import { termKind } from './term.ts'
import { unitKind } from './unit.ts'
import { waiverKind } from './waiver.ts'

/** Every kind of element, in the order in which people meet them: the document, who and what it is about, left leg, right leg, iteration, the rest. */
export const kinds = [
  documentKind,
  organisationKind,
  postKind,
  systemKind,
  componentKind,
  basisKind,
  coreBusinessKind,
  moduleKind,
  unitKind,
  itemKind,
  materialKind,
  flowKind,
  stepKind,
  linkKind,
  collaborationKind,
  indicatorKind,
  dataItemKind,
  requirementKind,
  resourceKind,
  sharingKind,
  serviceKind,
  acceptanceKind,
  sceneKind,
  majorTaskKind,
  measureKind,
  demandKind,
  reformKind,
  waiverKind,
  commentKind,
  termKind,
  codeListKind,
  fieldDefinitionKind,
  savedViewKind,
  criterionKind,
  placementKind,
] as const

export type KindName = (typeof kinds)[number]['name']

type Declared<N extends KindName> = Extract<(typeof kinds)[number], { readonly name: N }>

/** The element of a kind, with its declared fields. */
export type ElementOf<N extends KindName> = ElementFrom<N, Declared<N>['fields']>

const byName: ReadonlyMap<string, Kind> = new Map<string, Kind>(kinds.map(kind => [kind.name, kind]))

export const kindOf = (name: string): Kind | undefined => byName.get(name)
