import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own with its own user data, and the built command line to run in it. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-cli-'))
  const environment = { ...process.env, JINGWEI_USER_DATA: join(folder, '.user'), JINGWEI_TODAY: '2026-06-30' }
  const run = (...args: readonly string[]): Promise<Ran> =>
    new Promise(done => {
      execFile(process.execPath, [main, ...args], { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
        done({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, out, err }),
      )
    })
  return { folder, run, environment, main }
}
