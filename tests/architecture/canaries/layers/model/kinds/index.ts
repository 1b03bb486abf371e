import { sibling } from './sibling.ts'
export const kinds = [sibling]
