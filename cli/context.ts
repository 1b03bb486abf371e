import type { Administration } from './administrator.ts'
import type { Recorded, Store } from './store.ts'

/** What every command is given: the machine, the day, new ids, and how to say something while it works. */
export interface Context {
  readonly store: Store
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly now: () => number
  /** What this program may use before it is ended, in megabytes. */
  readonly heap: number
  readonly newId: () => string
  /** Said on the error output while the command works. */
  readonly note: (line: string) => void
  /** Where templates lie. */
  readonly template: (name: string) => Promise<string | undefined>
  readonly templates: () => Promise<readonly string[]>
  readonly signal: AbortSignal
  readonly administration: Administration
  /** Writes a line into the audit log; what cannot be written is said and stops nothing. Source: reliability G4. */
  readonly record: (event: Recorded) => Promise<void>
}
