import { diff } from '../compare/diff.ts'
export const compare = diff
