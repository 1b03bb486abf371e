import type { Rule } from '../define-rule.ts'
import { moduleHasSeveralUnits } from './module-has-several-units.ts'
import { moduleHasUnits } from './module-has-units.ts'

/** 确定业务模块. */
export const moduleRules: readonly Rule[] = [moduleHasSeveralUnits, moduleHasUnits]
