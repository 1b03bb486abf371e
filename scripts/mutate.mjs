import './steps/node-version.mjs'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutantsOf } from './steps/mutants.mjs'
import { root } from './steps/run.mjs'
import { survives } from './steps/mutant-tests.mjs'

/**
 * Plants bugs in a room, one at a time, and counts how many the tests find. `npm run mutate -- --room model --count 200 --seed 1`
 * takes that many of all possible ones, by chance but always the same for a seed. It works in a copy and changes nothing here.
 */
const { values } = parseArgs({
  options: {
    room: { type: 'string', default: 'model' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})

/** What is made, not written, stays where it is. */
const left = ['.git', '.tsc', 'dist', 'node_modules', 'out']

const sources = readdirSync(join(root, values.room), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !/\.test\.ts$|\/sample.*\.ts$|\/index\.ts$/u.test(name))
  .map(name => join(values.room, name).replaceAll('\\', '/'))
  .sort()

const all = sources.flatMap(path => mutantsOf(path, readFileSync(join(root, path), 'utf8')))
const chosen = chooseFrom(all, Number(values.count), Number(values.seed))

const copy = mkdtempSync(join(tmpdir(), 'jingwei-mutants-'))
try {
  for (const name of readdirSync(root).filter(one => !left.includes(one))) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  await run()
} finally {
  rmSync(copy, { recursive: true, force: true })
}

async function run() {
  console.log(`${values.room}: ${sources.length} files, ${all.length} possible bugs, ${chosen.length} planted`)
  // Tests that fail without a bug would find every one.
  if (!(await survives(copy, `${values.room}/none.ts`))) throw new Error('the tests fail without a bug')
  const alive = []
  for (const [index, mutant] of chosen.entries()) {
    const place = join(copy, mutant.path)
    const before = readFileSync(place, 'utf8')
    writeFileSync(place, mutant.apply(before))
    const isAlive = await survives(copy, mutant.path)
    writeFileSync(place, before)
    if (isAlive) alive.push(mutant)
    console.log(`${String(index + 1).padStart(4)} ${isAlive ? 'survived' : 'found   '} ${mutant.path}:${mutant.line} ${mutant.what}`)
  }
  const found = chosen.length - alive.length
  console.log(`\n${found} of ${chosen.length} found (${((100 * found) / chosen.length).toFixed(1)} %). Not found:`)
  for (const { path, line, what, text } of alive) console.log(`  ${path}:${line} ${what}\n    ${text}`)
}

/** A choice without repetition that depends on the seed alone. */
function chooseFrom(list, count, seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return list
    .map(one => ({ one, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ one }) => one)
}
