import { createHash, randomBytes } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { type FileSystem, realFileSystem } from './file-system.ts'

/** What the machine gives: files, time, random names, who and where. Everything in this room takes it as a value. */
export interface Machine {
  readonly files: FileSystem
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Lower-case hex of so many random bytes. */
  readonly random: (bytes: number) => string
  readonly wait: (milliseconds: number) => Promise<void>
  readonly pid: number
  readonly host: string
  readonly user: string
  /** Folder of everything that is not the user's own file: journal, backups, audit. */
  readonly userData: string
  readonly isWindows: boolean
  readonly isAlive: (pid: number) => boolean
}

export function realMachine(userData: string): Machine {
  return {
    files: realFileSystem,
    now: () => Date.now(),
    random: bytes => randomBytes(bytes).toString('hex'),
    wait: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
    pid: process.pid,
    host: hostname(),
    user: userName(),
    userData,
    isWindows: process.platform === 'win32',
    isAlive(pid) {
      try {
        process.kill(pid, 0)
        return true
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM'
      }
    },
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A container may have no entry for its user; the audit then says so.
    return 'unknown'
  }
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
