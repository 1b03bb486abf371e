import type { Rule } from '../define-rule.ts'
import { codedDataNameTheirCodes } from './coded-data-name-their-codes.ts'
import { dataItemIsConnected } from './data-item-is-connected.ts'
import { datumFollowsAStandard } from './datum-follows-a-standard.ts'
import { datumIsGraded } from './datum-is-graded.ts'
import { datumIsTyped } from './datum-is-typed.ts'
import { nothingClassified } from './nothing-classified.ts'
import { nothingCollectedTwice } from './nothing-collected-twice.ts'
import { objectClassesFit } from './object-classes-fit.ts'
import { oneDatumOnce } from './one-datum-once.ts'
import { oneRequirementPerDatum } from './one-requirement-per-datum.ts'
import { personalInformationLevel } from './personal-information-level.ts'
import { personalInformationStaysClosed } from './personal-information-stays-closed.ts'
import { personalInformation } from './personal-information.ts'
import { requirementIsUsed } from './requirement-is-used.ts'
import { requirementNamesItsDatum } from './requirement-names-its-datum.ts'
import { sourceHoldsTheData } from './source-holds-the-data.ts'
import { sourceIsFastEnough } from './source-is-fast-enough.ts'
import { sourceIsKnown } from './source-is-known.ts'
import { topLevelIsAuthorised } from './top-level-is-authorised.ts'
import { usedDataHaveARequirement } from './used-data-have-a-requirement.ts'

/** 汇总数据需求. */
export const dataRules: readonly Rule[] = [
  codedDataNameTheirCodes,
  dataItemIsConnected,
  datumFollowsAStandard,
  datumIsGraded,
  datumIsTyped,
  nothingClassified,
  nothingCollectedTwice,
  objectClassesFit,
  oneDatumOnce,
  oneRequirementPerDatum,
  personalInformationLevel,
  personalInformationStaysClosed,
  personalInformation,
  requirementIsUsed,
  requirementNamesItsDatum,
  sourceHoldsTheData,
  sourceIsFastEnough,
  sourceIsKnown,
  topLevelIsAuthorised,
  usedDataHaveARequirement,
]
