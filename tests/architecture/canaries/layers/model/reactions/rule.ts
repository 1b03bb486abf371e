import { rules } from '../rules/index.ts'
export const all = rules
