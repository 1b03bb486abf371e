import type { Delta } from '../../document/delta.ts'
import type { Choices } from '../conflict.ts'
import { type Merge, mergeBranches } from './merge.ts'

/**
 * The delta from the base with these conflicts decided; the others stay as they were merged. Deciding a conflict can make
 * another one disappear, never appear.
 */
export function resolve({ branches }: Merge, choices: Choices): Delta {
  return mergeBranches(branches, choices).delta
}
