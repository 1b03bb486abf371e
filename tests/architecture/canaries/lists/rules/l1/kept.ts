import { defineRule } from '../define-rule.ts'

export const kept = defineRule({ id: 'kept' })
