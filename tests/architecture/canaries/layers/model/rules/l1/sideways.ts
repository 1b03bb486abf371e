import { l2 } from '../l2/l2.ts'
import { defineRule } from '../define-rule.ts'
export const sideways = defineRule(l2)
