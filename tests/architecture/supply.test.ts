import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayShip } from './licences.ts'
import { type Lockfile, nameOf, packagesIn } from './lockfile.ts'

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile

/** Name and version of what we ship, according to the lockfile. */
const shipped = packagesIn(lockfile)
  // What only an optional peer of a shipped package would need, and our development has, is not shipped either.
  .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
  .map(([path, locked]) => `${nameOf(path, locked)} ${locked.version}`)
  .sort()

/** Packages we may ship at most; each more is somebody else's code with all rights on a user's machine. Source: reliability C5. */
const MOST = 13

test('[C5] few packages are shipped', () => {
  process.stdout.write(`[C5] ${shipped.length} packages are shipped, ${packagesIn(lockfile).length - shipped.length} are for development\n`)
  expect(shipped.length).toBeGreaterThan(0)
  expect(shipped.length).toBeLessThanOrEqual(MOST)
})

interface Component {
  readonly name: string
  readonly group?: string
  readonly version: string
  readonly purl: string
  readonly hashes?: readonly unknown[]
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[]
}

test('[C4] the bill of materials names everything we ship, and nothing else, with licence and hash', { timeout: 120_000 }, () => {
  execFileSync(process.execPath, ['scripts/sbom.mjs'])
  const bom = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as {
    readonly components: readonly Component[]
    readonly dependencies: readonly { readonly ref: string }[]
  }
  const named = bom.components.map(({ purl }) =>
    decodeURIComponent(purl)
      .replace(/^pkg:npm\//u, '')
      .replace(/@([^@]+)$/u, ' $1'),
  )
  expect(named.sort()).toStrictEqual(shipped)
  expect(bom.dependencies).toHaveLength(shipped.length + 1)
  for (const { name, hashes, licenses } of bom.components) {
    expect(hashes?.length, name).toBeGreaterThan(0)
    expect(mayShip(licenses?.[0]?.license?.id ?? licenses?.[0]?.expression), name).toBe(true)
  }
  expect(JSON.stringify(bom)).not.toMatch(/timestamp|serialNumber|registry/u)
  process.stdout.write(`[C4] ${bom.components.length} components in the bill of materials\n`)
})

test('[C3] the review of advisories is dated and is of exactly these versions', () => {
  const note = readFileSync('docs/advisories.md', 'utf8')
  const reviewed = /^Reviewed on (\d{4}-\d\d-\d\d)\./mu.exec(note)?.[1] ?? ''
  expect(Number.isNaN(Date.parse(reviewed))).toBe(false)
  const rows = Array.from(note.matchAll(/^\| (@?[a-z][\w/.-]+) +\| (\d[\w.-]*) +\|/gmu), ([, name, version]) => `${name} ${version}`)
  expect(rows.sort()).toStrictEqual(shipped)
})
