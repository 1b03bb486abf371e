import { kinds } from '../kinds/index.ts'
export const all = kinds
