import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Locked, type Lockfile, lockfileFaults, type Manifest, manifestFaults, packagesIn } from './lockfile.ts'

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const integrity = 'sha512-x'

test('[C1–C3] nothing in the lockfile can change, run or leak', () => {
  expect(packagesIn(lockfile).length).toBeGreaterThan(100)
  expect(lockfileFaults(lockfile)).toStrictEqual([])
})

test('[C2] the lockfile and the manifest name the same versions, all pinned', () => {
  expect(manifestFaults(manifest)).toStrictEqual([])
  const { dependencies, devDependencies } = lockfile.packages[''] as Manifest
  expect({ dependencies, devDependencies }).toStrictEqual({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  })
})

test('[C1, C2] npm runs no script of others and writes no registry into the lockfile', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n')
  for (const setting of ['ignore-scripts=true', 'omit-lockfile-registry-resolved=true', 'save-exact=true'])
    expect(settings).toContain(setting)
})

test('[C1–C3] every planted fault is found', () => {
  const planted = (packages: Record<string, Locked>, lockfileVersion = 3): string[] => lockfileFaults({ lockfileVersion, packages })
  const fine = { 'node_modules/a': { version: '1.0.0', integrity } }
  expect(planted({ '': {}, ...fine })).toStrictEqual([])
  expect(planted(fine, 2)).toStrictEqual(['lockfile version 2'])
  expect(planted({ 'node_modules/a': { version: '1.0.0' } })).toStrictEqual(['a has no sha512'])
  expect(planted({ 'node_modules/a': { integrity: 'sha1-x' } })).toStrictEqual(['a has no sha512'])
  expect(planted({ 'node_modules/a': { integrity, resolved: 'https://registry.example/a.tgz' } })).toStrictEqual(['a names a registry'])
  expect(planted({ 'node_modules/a': { integrity, hasInstallScript: true } })).toStrictEqual(['a runs a script when installed'])
  expect(planted({ 'node_modules/a': { link: true } })).toStrictEqual(['a is a link'])
})

test('[C3] denied packages are found below others and under other names, later releases are not', () => {
  const found = (path: string, locked: Locked): string[] =>
    lockfileFaults({ lockfileVersion: 3, packages: { [path]: { ...locked, integrity } } })
  expect(found('node_modules/a/node_modules/jszip', { version: '3.7.1' })).toStrictEqual(['jszip 3.7.1 is denied'])
  expect(found('node_modules/zip', { name: 'jszip', version: '2.9.9' })).toStrictEqual(['jszip 2.9.9 is denied'])
  expect(found('node_modules/jszip', { version: '3.10.1' })).toStrictEqual([])
  expect(found('node_modules/fast-xml-parser', { version: '5.6.9' })).toStrictEqual(['fast-xml-parser 5.6.9 is denied'])
  expect(found('node_modules/xlsx', { version: '0.18.5' })).toStrictEqual(['xlsx 0.18.5 is denied'])
  expect(found('node_modules/xlsx', { name: '@e965/xlsx', version: '0.20.3' })).toStrictEqual([])
})

test('[C2, C9.7] planted ranges and automatic scripts are found', () => {
  expect(
    manifestFaults({ dependencies: { a: '^1.0.0', b: '1.0.0', c: 'npm:@d/c@1.0.0', e: 'latest', f: 'npm:@d/f@~1.0.0' } }),
  ).toStrictEqual(['a is not pinned: ^1.0.0', 'e is not pinned: latest', 'f is not pinned: npm:@d/f@~1.0.0'])
  expect(manifestFaults({ scripts: { postinstall: 'node x.mjs', start: 'node y.mjs' } })).toStrictEqual(['postinstall would be skipped'])
})
