import { defineRule } from '../define-rule.ts'

export const forgotten = defineRule({ id: 'forgotten' })
