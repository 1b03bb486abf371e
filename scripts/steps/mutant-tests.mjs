import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What must find a bug in a room of the model, nearest first: most are found by the first. */
const everywhere = [
  'model',
  'tests/laws',
  'tests/conformance',
  'tests/templates',
  'tests/museum',
  'tests/checklists/nothing',
  'tests/imports',
]

/** A mutant that makes a loop without end is found, too. In milliseconds. */
const LONGEST = 400_000

/** Whether no test finds the bug that was planted in this file. */
export async function survives(copy, path) {
  const folder = path.split('/').slice(0, 2).join('/')
  const own = path.replace(/\.ts$/u, '.test.ts')
  const stages = [[...(existsSync(join(copy, own)) ? [own] : []), folder, 'tests/templates/sanzi'], everywhere]
  for (const filters of stages) if (!(await passes(copy, filters))) return false
  return true
}

function passes(copy, filters) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', '--passWithNoTests', '--reporter=dot', ...filters]
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', env: { ...process.env, JINGWEI_RUNS: '40' } })
    const clock = setTimeout(() => child.kill('SIGKILL'), LONGEST)
    child.on('exit', code => {
      clearTimeout(clock)
      resolve(code === 0)
    })
  })
}
