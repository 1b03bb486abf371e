import { l1 } from './l1/index.ts'
import { l2 } from './l2/index.ts'
import { listed } from './listed.ts'
import { twice } from './twice.ts'

export const rules = [...l1, listed, twice, twice]
export const steps = l2.length
