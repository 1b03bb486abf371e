import type { Chance } from '#demo/index.ts'

/** Programs that run at the same time, one call to the disk after the other, in an order drawn by chance. */
export interface Scheduler {
  /** To be awaited before each call. */
  readonly turn: () => Promise<void>
  /** Runs them to the end. */
  readonly run: (programs: readonly Promise<void>[]) => Promise<void>
}

export function scheduler(chance: Chance): Scheduler {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    turn: () => new Promise(resolve => void waiting.push(resolve)),
    async run(programs) {
      running = programs.length
      const all = Promise.all(programs.map(one => one.finally(() => running--)))
      while (running > 0) {
        await new Promise(resolve => void setImmediate(resolve))
        waiting.splice(chance.below(waiting.length), 1)[0]?.()
      }
      await all
    },
  }
}
