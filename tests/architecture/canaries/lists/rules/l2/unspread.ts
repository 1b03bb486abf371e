import { defineRule } from '../define-rule.ts'

export const unspread = defineRule({ id: 'unspread' })
