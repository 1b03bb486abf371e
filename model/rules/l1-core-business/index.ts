import type { Rule } from '../define-rule.ts'
import { anyCoreBusiness } from './any-core-business.ts'
import { coreBusinessHasABasis } from './core-business-has-a-basis.ts'
import { coreBusinessHasADomain } from './core-business-has-a-domain.ts'
import { coreBusinessHasALead } from './core-business-has-a-lead.ts'
import { coreBusinessHasSeveralModules } from './core-business-has-several-modules.ts'
import { coreBusinessIsDefined } from './core-business-is-defined.ts'
import { coreBusinessIsTakenApart } from './core-business-is-taken-apart.ts'
import { fewOffices } from './few-offices.ts'

/** 定准核心业务. */
export const coreBusinessRules: readonly Rule[] = [
  anyCoreBusiness,
  coreBusinessHasABasis,
  coreBusinessHasADomain,
  coreBusinessHasALead,
  coreBusinessHasSeveralModules,
  coreBusinessIsDefined,
  coreBusinessIsTakenApart,
  fewOffices,
]
