import { add } from '../operations/add.ts'
export const operation = add
