import { item } from './item.ts'
export const sibling = item
