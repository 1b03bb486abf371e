/** What a piece of work cost, in milliseconds of the wall clock unless the row says otherwise. */
export interface Timing {
  readonly median: number
  /** The 95th of a hundred, where enough runs make one. */
  readonly p95?: number
  readonly runs: number
}

/** Work longer than this is run fewer times, in milliseconds. */
const LONG = 5_000

/** Short work is repeated until this much time has gone by, in milliseconds. */
const ENOUGH = 1_000

const FEWEST = 5
const MOST = 50

/** Kept so that no engine finds out that nobody needs the answer. */
const sink: { answer?: unknown } = {}

const collect = (globalThis as { gc?: () => void }).gc

async function once(run: () => unknown): Promise<number> {
  collect?.()
  const start = performance.now()
  sink.answer = await run()
  const spent = performance.now() - start
  sink.answer = undefined
  return spent
}

/** The median of at least five runs after two to warm up; work of more than five seconds runs once more, or twice, and no more. */
export async function timed(run: () => unknown): Promise<Timing> {
  const first = await once(run)
  if (first > LONG) return timingOf(first > 4 * LONG ? [first] : [first, await once(run), await once(run)])
  await once(run)
  const spent: number[] = []
  for (let total = 0; spent.length < FEWEST || (total < ENOUGH && spent.length < MOST); total += spent.at(-1) ?? 0)
    spent.push(await once(run))
  return timingOf(spent)
}

/** Many small pieces of work, each timed alone; a fifth of them first to warm up. `run` gets numbers that never repeat. */
export function timedEach(count: number, run: (index: number) => unknown): Timing {
  const warm = Math.ceil(count / 5)
  for (let index = 0; index < warm; index++) sink.answer = run(index)
  collect?.()
  const spent: number[] = []
  for (let index = warm; index < warm + count; index++) {
    const start = performance.now()
    sink.answer = run(index)
    spent.push(performance.now() - start)
  }
  return timingOf(spent)
}

/** Work too short for a clock: `count` pieces at once, nine times over. */
export function timedBatch(count: number, run: (index: number) => unknown): Timing {
  const spent: number[] = []
  for (let batch = 0; batch < 11; batch++) {
    const start = performance.now()
    for (let index = 0; index < count; index++) sink.answer = run(batch * count + index)
    spent.push((performance.now() - start) / count)
  }
  return timingOf(spent.slice(2))
}

function timingOf(spent: readonly number[]): Timing {
  const sorted = spent.toSorted((a, b) => a - b)
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { median: quantile(0.5), runs: spent.length, ...(spent.length >= 40 ? { p95: quantile(0.95) } : {}) }
}

/** Bytes on the heap that are really in use. Meaningless unless the collector can be asked to run. */
export function usedBytes(): number {
  for (let round = 0; round < 3; round++) collect?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** The exponent with which cost grows: the slope of its fit over the sizes, both as logarithms. */
export function growthOf(points: readonly { readonly size: number; readonly cost: number }[]): number | undefined {
  if (points.length < 2) return undefined
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const)
  const mean = (at: 0 | 1): number => logs.reduce((sum, one) => sum + one[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}
