import { fork } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sizes, type SizeName } from '#demo/index.ts'
import { growthIn, lineOf, type Measured, pageOf } from './report.ts'
import type { Row } from './row.ts'
import { rows } from './rows/index.ts'
import { worldOf } from './world.ts'

/** Heap for one size, in megabytes: peers need most of it. */
const HEAP: { readonly [Size in SizeName]: number } = { S: 4_000, M: 8_000, L: 12_000, XL: 16_000 }

const usage = '用法：npm run bench -- [--size S,M,L,XL] [--only 行名的一部分，可用逗号隔开几个] [--write]'

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    child: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

const isSize = (text: string): text is SizeName => Object.hasOwn(sizes, text)

function chosenRows(size: SizeName): readonly Row[] {
  const wanted = values.only?.split(',') ?? ['']
  return rows.filter(row => row.sizes.includes(size) && wanted.some(part => row.id.includes(part)))
}

/** One size in this process; results go to the parent as they come. */
async function measureSize(size: SizeName): Promise<void> {
  const world = worldOf(size)
  for (const row of chosenRows(size)) {
    try {
      const measured: Measured = { row: row.id, size, figures: await row.measure(world) }
      process.send?.(measured)
    } catch (error) {
      // One row that fails must not cost the others their hour.
      console.error(`${row.id} ${size}:`, error)
      process.exitCode = 1
    }
  }
  process.disconnect?.()
}

/** Every size has a process of its own, so that no row sees what another size left behind. */
function measureApart(size: SizeName): Promise<readonly Measured[]> {
  const found: Measured[] = []
  const options = values.only === undefined ? [] : ['--only', values.only]
  const child = fork(fileURLToPath(import.meta.url), ['--child', '--size', size, ...options], {
    execArgv: [...process.execArgv, '--expose-gc', `--max-old-space-size=${HEAP[size]}`],
  })
  child.on('message', message => {
    const measured = message as Measured
    found.push(measured)
    const row = rows.find(one => one.id === measured.row)
    if (row) console.log(lineOf(row, measured))
  })
  return new Promise(resolve => {
    child.on('exit', code => {
      if (code !== 0) process.exitCode = 1
      resolve(found)
    })
  })
}

async function measureAll(wanted: readonly SizeName[]): Promise<void> {
  const measured: Measured[] = []
  for (const size of wanted) measured.push(...(await measureApart(size)))
  const order = (one: Measured): number => rows.findIndex(row => row.id === one.row)
  measured.sort((a, b) => order(a) - order(b) || sizes[a.size] - sizes[b.size])
  if (wanted.length > 1)
    for (const row of rows)
      if (measured.some(one => one.row === row.id)) console.log(`${row.id.padEnd(17)} 增长 ${growthIn(row, measured)}`)
  if (!values.write) return
  const all = withEarlier(measured).sort((a, b) => order(a) - order(b) || sizes[a.size] - sizes[b.size])
  writeFileSync(FIGURES, `${JSON.stringify(all, undefined, 1)}\n`)
  const machine = `${cpus().length} 核 ${cpus()[0]?.model.trim() ?? ''}，Node ${process.versions.node}`
  writeFileSync('docs/benchmarks.md', pageOf(rows, all, machine))
}

/** All sizes take hours, so a page is put together from several runs; each line is from one. */
const FIGURES = 'docs/benchmarks.json'

function withEarlier(measured: readonly Measured[]): Measured[] {
  const earlier = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as readonly Measured[]) : []
  const isAgain = (one: Measured): boolean => measured.some(other => other.row === one.row && other.size === one.size)
  return [...earlier.filter(one => rows.some(row => row.id === one.row) && !isAgain(one)), ...measured]
}

const wanted = (values.size ?? 'S,M,L').split(',')

if (values.help || !wanted.every(isSize)) {
  console.error(usage)
  process.exitCode = values.help ? 0 : 2
} else if (values.child) await measureSize(wanted[0] ?? 'S')
else await measureAll(wanted)
