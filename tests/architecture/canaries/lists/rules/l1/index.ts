import { kept } from './kept.ts'

export const l1 = [kept]
