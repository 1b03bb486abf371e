import { invariant } from '../../base/invariant.ts'
import type { RawElement } from '../raw-elements.ts'

/**
 * One step from a format to the next. It works on elements as files hold them and never on today's kinds, because those will
 * change and a released step must not.
 */
export interface Migration {
  /** The format it leads to, one more than it comes from. */
  readonly to: number
  /** Stable name; the sentence for the user («what was changed in your file») stands in `words/` under it. */
  readonly id: string
  readonly up: (elements: readonly RawElement[]) => readonly RawElement[]
  /** The same elements before and after, as a test of the step that is frozen with it. */
  readonly sample: { readonly before: readonly RawElement[]; readonly after: readonly RawElement[] }
}

/** Every step since format 1, in order. Format 1 is the first that was released. */
export const migrations: readonly Migration[] = []

/** The format these steps lead to. Throws `InvariantError` when one is missing or out of order. */
export function formatAfter(steps: readonly Migration[]): number {
  for (const [index, step] of steps.entries()) invariant(step.to === index + 2, `migration ${step.id} leads to ${step.to}`)
  return steps.length + 1
}

/** Elements of an older format as the newest one has them, and the steps that were taken. */
export function migrate(
  elements: readonly RawElement[],
  from: number,
  steps: readonly Migration[] = migrations,
): { readonly elements: readonly RawElement[]; readonly taken: readonly string[] } {
  const taken = steps.filter(step => step.to > from)
  return { elements: taken.reduce((raw, step) => step.up(raw), elements), taken: taken.map(step => step.id) }
}
