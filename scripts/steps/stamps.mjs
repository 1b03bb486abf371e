import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.mjs'

/** What goes into every bundle. */
const sources = [
  'bridge',
  'cli',
  'demo',
  'exports',
  'host',
  'imports',
  'model',
  'words',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
]

/** Name, size and time of every source file; reading them all would cost a command more than its own work. */
export function sourceStamp(more = []) {
  const hash = createHash('sha256')
  for (const path of [...sources, ...more].flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter(name => !name.startsWith('.') && !name.endsWith('.test.ts'))
    .sort()
    .flatMap(name => filesBelow(`${path}/${name}`))
}

export const lockfileStamp = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** What was written when the work was last done, or undefined. */
export function readStamp(path) {
  const full = join(root, path)
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined
}

export function writeStamp(path, stamp) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), stamp)
}
