import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import { build } from 'vite'
import { childWork } from './child-work.ts'

/** A child program, bundled because Node 20 does not run TypeScript. */
export interface ChildProgram {
  readonly folder: string
  start(...args: readonly string[]): Child
  remove(): void
}

export interface Child {
  readonly process: ChildProcess
  /** Whole lines it has printed so far. */
  lines(): string[]
  /** Resolves when it has printed so many lines; rejects if it ends before. */
  printed(count: number): Promise<void>
  ended: Promise<void>
}

/** Bundles `child-work.ts` into a new temporary folder, which also serves as a place for the test's files. */
export async function buildChild(): Promise<ChildProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-durability-'))
  const entry = join(folder, 'entry.mjs')
  const work = JSON.stringify(resolve('tests/durability/child-work.ts'))
  writeFileSync(entry, `import { ${childWork.name} } from ${work}\nawait ${childWork.name}(process.argv.slice(2))\n`)
  await build({
    root: resolve('.'),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: join(folder, 'built'), target: 'node20', emptyOutDir: false },
  })
  return {
    folder,
    start: (...args) => startChild([join(folder, 'built', 'entry.js'), ...args]),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function startChild(args: readonly string[]): Child {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  const lines = (): string[] => text.split('\n').slice(0, -1)
  let wake: () => void = () => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    wake()
  })
  let isOver = false
  const ended = new Promise<void>(done => {
    child.on('close', () => {
      isOver = true
      wake()
      done()
    })
  })
  return {
    process: child,
    lines,
    ended,
    async printed(count) {
      while (lines().length < count) {
        if (isOver) throw new Error(`the child ended after ${lines().length} of ${count} lines`)
        await new Promise<void>(resume => (wake = resume))
      }
    },
  }
}
