import type { Rule } from '../define-rule.ts'
import { unitHasItems } from './unit-has-items.ts'
import { unitHasSeveralItems } from './unit-has-several-items.ts'

/** 拆解业务单元. */
export const unitRules: readonly Rule[] = [unitHasItems, unitHasSeveralItems]
