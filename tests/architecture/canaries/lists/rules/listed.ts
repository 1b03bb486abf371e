import { defineRule } from './define-rule.ts'

export const listed = defineRule({ id: 'listed' })
export const alsoHere = defineRule({ id: 'also-here' })
