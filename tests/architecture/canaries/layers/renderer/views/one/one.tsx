import { two } from '../two/two.tsx'
import { defineView } from '../define-view.ts'
export const one = [two, defineView]
