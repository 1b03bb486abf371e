import type { Rule } from '../define-rule.ts'
import { blockedServiceHasAReason } from './blocked-service-has-a-reason.ts'
import { entryIsConnected } from './entry-is-connected.ts'
import { interfaceIsNamed } from './interface-is-named.ts'
import { minutesNeedAnInterface } from './minutes-need-an-interface.ts'
import { serviceIsComplete } from './service-is-complete.ts'
import { serviceReturnsTheDatum } from './service-returns-the-datum.ts'
import { updatesArrive } from './updates-arrive.ts'

/** 完成数据服务对接. */
export const serviceRules: readonly Rule[] = [
  blockedServiceHasAReason,
  entryIsConnected,
  interfaceIsNamed,
  minutesNeedAnInterface,
  serviceIsComplete,
  serviceReturnsTheDatum,
  updatesArrive,
]
