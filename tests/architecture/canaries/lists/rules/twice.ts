import { defineRule } from './define-rule.ts'

export const twice = defineRule({ id: 'twice' })
