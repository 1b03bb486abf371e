import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayShip } from './licences.ts'
import { type Lockfile, nameOf, packagesIn } from './lockfile.ts'

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile

/** What we ship: installed and not for development. Optional packages of other systems are not there. */
const shipped = packagesIn(lockfile).filter(
  ([path, { dev, devOptional }]) => dev !== true && devOptional !== true && existsSync(`${path}/package.json`),
)

test('[C6] everything we ship has a licence that lets us', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(8)
  for (const [path] of shipped) {
    const { license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { license?: unknown }
    expect(mayShip(license), `${path}: ${JSON.stringify(license)}`).toBe(true)
  }
})

test('[C6] NOTICE names everything we ship, and nothing else', () => {
  const named = Array.from(readFileSync('NOTICE', 'utf8').matchAll(/^- (\S+) (\S+) \(/gmu), ([, name, version]) => `${name} ${version}`)
  expect(named.sort()).toStrictEqual(shipped.map(([path, locked]) => `${nameOf(path, locked)} ${locked.version}`).sort())
})

test('[C6] our own licence is the whole Apache-2.0', () => {
  const text = readFileSync('LICENSE', 'utf8')
  for (const part of ['Version 2.0, January 2004', '9. Accepting Warranty or Additional Liability.', 'END OF TERMS AND CONDITIONS'])
    expect(text).toContain(part)
})

test('[C6] planted licences are told apart', () => {
  const yes = ['MIT', '(MIT OR GPL-3.0)', 'GPL-3.0-only OR (MIT AND Zlib)', 'MIT AND Apache-2.0', '(BSD-3-Clause)']
  const no = [
    'GPL-3.0',
    'MIT AND GPL-3.0',
    'MIT OR',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'UNLICENSED',
    'SEE LICENSE IN x',
    '',
    undefined,
    { type: 'MIT' },
  ]
  expect(yes.filter(one => !mayShip(one))).toStrictEqual([])
  expect(no.filter(mayShip)).toStrictEqual([])
})
