import type { FileSystem } from '#host/core/file-system.ts'
import type { Machine, Processes } from '#host/core/machine.ts'

/** A machine whose time passes only when somebody waits, and whose chance is a counter: no two of them draw the same. */
export interface TestMachine extends Machine {
  /** Lets so many milliseconds pass and runs what became due. */
  pass(duration: number): void
}

/** 2026-11-24 09:30 in UTC. */
const beginning = Date.UTC(2026, 10, 24, 9, 30)

let machines = 0

export function testMachine(files: FileSystem, processes: Partial<Processes> = {}): TestMachine {
  let time = beginning
  let drawn = ++machines << 16
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>()
  const pass = (duration: number): void => {
    time += duration
    for (const [id, { run }] of [...timers].filter(([, timer]) => timer.due <= time)) {
      timers.delete(id)
      run()
    }
  }
  return {
    files,
    clock: {
      now: () => time,
      offset: () => 480,
      wait: async duration => pass(duration),
      after(duration, run) {
        const id = ++drawn
        timers.set(id, { due: time + duration, run })
        return () => void timers.delete(id)
      },
    },
    random: bytes => (++drawn).toString(16).padStart(2 * bytes, '0'),
    processes: {
      platform: 'linux',
      host: 'one',
      user: 'wang',
      userId: 0,
      pid: 7,
      startOf: () => 'then',
      isAlive: () => true,
      ...processes,
    },
    pass,
  }
}
