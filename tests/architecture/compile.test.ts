import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const canaries = resolve('tests/architecture/canaries/compile')
let folder = ''

beforeAll(() => {
  mkdirSync('.tsc', { recursive: true })
  folder = mkdtempSync(resolve('.tsc/canary-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Compiles one planted file under the settings of a room; gives `line code` per error. */
function errorsUnder(room: string, file: string): string[] {
  const config = join(folder, `${room.replaceAll('/', '-')}.json`)
  const compilerOptions = {
    composite: false,
    incremental: false,
    declaration: false,
    emitDeclarationOnly: false,
    noEmit: true,
    rootDir: resolve('.'),
  }
  const settings = { extends: resolve(room, 'tsconfig.json'), compilerOptions, include: [join(canaries, file)], references: [] }
  writeFileSync(config, JSON.stringify(settings))
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config, '--pretty', 'false'], { encoding: 'utf8' })
  expect(tsc.stderr).toBe('')
  return Array.from(tsc.stdout.matchAll(/\((\d+),\d+\): error (TS\d+)/gu), ([, line, code]) => `${line} ${code}`)
}

const linesOf = (errors: readonly string[]): string[] => errors.map(error => error.split(' ')[0] ?? '')

describe('surroundings do not compile where they are not there', () => {
  test.each(['model', 'words', 'bridge', 'demo', 'exports'])('%s knows neither Node nor a window', room => {
    expect(linesOf(errorsUnder(room, 'surroundings.ts'))).toStrictEqual(['3', '4', '5', '6', '7', '8', '9', '10'])
  })
  test('imports run in a worker: no Node, no page', () => {
    const lines = linesOf(errorsUnder('imports', 'surroundings.ts'))
    for (const line of ['3', '4', '5', '6', '7', '10']) expect(lines).toContain(line)
  })
  test.each(['host/core', 'host/local', 'cli'])('%s knows Node and no window', room => {
    expect(linesOf(errorsUnder(room, 'surroundings.ts'))).toStrictEqual(expect.arrayContaining(['4', '5', '10']))
    expect(linesOf(errorsUnder(room, 'surroundings.ts'))).not.toContain('3')
  })
})

test('every strictness we rely on is switched on', () => {
  expect(errorsUnder('model', 'strict.ts')).toStrictEqual([
    '2 TS1484',
    '3 TS2835',
    '4 TS1294',
    '5 TS1294',
    '6 TS1294',
    '7 TS2322',
    '8 TS2375',
    '9 TS7006',
    '10 TS2322',
    '12 TS4114',
    '13 TS7030',
    '14 TS7029',
    '15 TS6133',
    '16 TS6133',
  ])
})
