import type { FormulaProblemCode, Problem } from '../problems.ts'
import { key } from '../references.ts'
import type { Formula } from '../tree.ts'
import type { Environment, Missing, SampleRecord } from './environment.ts'
import type { Value } from './values.ts'

/** One evaluation under way: where it stands and what it found so far. */
export interface Run {
  readonly environment: Environment
  readonly offset: number
  /** The record a condition is asked of. */
  readonly record?: SampleRecord
  readonly missing: Map<string, Missing>
  readonly problems: Map<string, Problem>
  /** What parts were worth, by offset; without it nested sums over periods would take for ever. */
  readonly known: Known
  /** The same for parts that were only looked ahead into, whose problems were not told. */
  readonly ahead: Known
}

type Known = Map<Formula, Map<number, Value | undefined>>

export const startRun = (environment: Environment, offset: number): Run => ({
  environment,
  offset,
  missing: new Map(),
  problems: new Map(),
  known: new Map(),
  ahead: new Map(),
})

/** Notes a problem, once per place however many records have it. */
export function fail(run: Run, code: FormulaProblemCode, tree: Formula): undefined {
  note(run, { code, at: tree.at ?? 0 })
}

export function note(run: Run, problem: Problem): void {
  const place = `${problem.at} ${problem.code}`
  if (!run.problems.has(place)) run.problems.set(place, problem)
}

export function miss(run: Run, missing: Missing): void {
  run.missing.set(`${missing.offset} ${missing.call}`, missing)
}

/** Notes that the part has no sample. */
export function missSample(run: Run, tree: Formula): undefined {
  miss(run, { call: key(tree), offset: run.offset })
}

/** The same evaluation seen from so many periods earlier. Records belong to the present period: earlier ones have none. */
export function earlierRun(run: Run, by: number): Run {
  return by === 0 ? run : { ...outsideRecord(run), offset: run.offset + by }
}

/** The same evaluation outside any record. */
export function outsideRecord(run: Run): Run {
  const { environment, offset, missing, problems, known, ahead } = run
  return run.record === undefined ? run : { environment, offset, missing, problems, known, ahead }
}

/** The same evaluation, only to learn what else is missing: problems of a part that may never count are not told. */
export const lookingAhead = (run: Run): Run => ({ ...run, problems: new Map(), known: run.ahead })

/** Works a part out once per offset. Inside a record every record has its own answer. */
export function remembered(run: Run, tree: Formula, work: () => Value | undefined): Value | undefined {
  if (run.record) return work()
  const answers = run.known.get(tree) ?? new Map<number, Value | undefined>()
  run.known.set(tree, answers)
  if (!answers.has(run.offset)) answers.set(run.offset, work())
  return answers.get(run.offset)
}
