import { operations } from '../operations/index.ts'
export const all = operations
