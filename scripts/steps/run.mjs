import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder, wherever a command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs one of the installed programs with this Node, without a shell, so that it works alike on every system.
 * Gives the exit code and, unless `shown`, all it printed. Nothing reads standard input.
 */
export function runTool(path, args, { shown = false, env = {} } = {}) {
  return runProgram(process.execPath, [path, ...args], { shown, env })
}

/** The same for any program; `toError` sends what it prints to standard error, to keep our own output clean. */
export function runProgram(program, args, { shown = false, toError = false, shell = false, env = {} } = {}) {
  // What is read by nobody's terminal needs no colours.
  const colours = shown || toError ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }
  const sink = toError ? 2 : shown ? 'inherit' : 'pipe'
  return new Promise(resolve => {
    const child = spawn(program, args, { cwd: root, shell, env: { ...process.env, ...colours, ...env }, stdio: ['ignore', sink, sink] })
    const printed = []
    child.stdout?.on('data', chunk => printed.push(chunk))
    child.stderr?.on('data', chunk => printed.push(chunk))
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString('utf8') }))
  })
}
