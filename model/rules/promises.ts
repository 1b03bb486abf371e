import type { Severity } from './define-rule.ts'
import { norms } from './norms.ts'

/** A check of the catalogue that nothing can break, because the program itself keeps it. */
export interface Kept {
  readonly id: string
  readonly severity: Severity
  readonly source: string
  /** Operations refuse what would break it, or every edit is written down. */
  readonly keptBy: 'refusal' | 'history'
}

/** Checks that need no rule. CHK-L8-SECRET has one besides, for files that another program wrote. */
export const promises: readonly Kept[] = [
  { id: 'CHK-L8-SECRET', severity: 'error', source: norms.secrets, keptBy: 'refusal' },
  { id: 'CHK-X-CHANGE', severity: 'error', source: '修改留痕', keptBy: 'history' },
]
