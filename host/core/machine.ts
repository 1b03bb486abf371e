import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { diskFileSystem, type FileSystem } from './file-system.ts'
import { systemCodeOf } from './problem-of.ts'

/** Time, in milliseconds. */
export interface Clock {
  /** Since 1970, UTC. */
  readonly now: () => number
  /** Minutes local time is ahead of UTC. */
  readonly offset: (at: number) => number
  readonly wait: (duration: number) => Promise<void>
  /** Runs something later, unless the program ends before or the function given back is called. */
  readonly after: (duration: number, run: () => void) => () => void
}

/** This process and what it can know of others. */
export interface Processes {
  readonly platform: NodeJS.Platform
  readonly host: string
  readonly user: string
  /** Undefined on Windows. */
  readonly userId: number | undefined
  readonly pid: number
  /** When a process was started, in a form that is only to be compared; null where the system does not say. */
  readonly startOf: (pid: number) => string | null
  readonly isAlive: (pid: number) => boolean
}

/** Everything saving needs from outside. Nothing below this room touches the surroundings in any other way. */
export interface Machine {
  readonly files: FileSystem
  readonly clock: Clock
  /** So many random bytes, as lower-case hex. */
  readonly random: (bytes: number) => string
  readonly processes: Processes
}

/** The machine this program runs on. */
export function thisMachine(): Machine {
  return { files: diskFileSystem, clock: systemClock, random: bytes => randomBytes(bytes).toString('hex'), processes: systemProcesses() }
}

const systemClock: Clock = {
  now: () => Date.now(),
  offset: at => -new Date(at).getTimezoneOffset(),
  wait: duration => new Promise(resolve => void setTimeout(resolve, duration)),
  after(duration, run) {
    const timer = setTimeout(run, duration)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

function systemProcesses(): Processes {
  return {
    platform: process.platform,
    host: hostname(),
    user: userName(),
    userId: process.getuid?.(),
    pid: process.pid,
    startOf: process.platform === 'linux' ? linuxStartOf : () => null,
    isAlive,
  }
}

/** A user without an entry in the user database has a number only. */
function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if (systemCodeOf(error) === undefined && !(error instanceof Error && error.name === 'SystemError')) throw error
    return String(process.getuid?.() ?? '')
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return systemCodeOf(error) === 'EPERM'
  }
}

/** Boot and clock ticks since then. Source: proc(5), /proc/pid/stat, field 22; the name before it may hold spaces and brackets. */
function linuxStartOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot}:${ticks}`
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error
    return null
  }
}
