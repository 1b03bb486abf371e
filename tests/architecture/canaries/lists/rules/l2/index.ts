import { unspread } from './unspread.ts'

export const l2 = [unspread]
