import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workplace } from './harness.ts'

describe('new --demo', () => {
  const { run, folder, environment, main } = workplace()
  const bytes = (name: string): Buffer => readFileSync(join(folder, name))

  test('the same size and seed give the same bytes, another seed others', async () => {
    for (const [file, seed] of [
      ['a.jw', '7'],
      ['b.jw', '7'],
      ['c.jw', '8'],
    ] as const)
      expect((await run('new', file, '--demo', 'S', '--seed', seed)).code).toBe(0)
    expect(bytes('b.jw').equals(bytes('a.jw'))).toBe(true)
    expect(bytes('c.jw').equals(bytes('a.jw'))).toBe(false)
  })

  test('without a seed it is 1, and it says what it made', async () => {
    const { out } = await run('new', 'd.jw', '--demo', 'S', '--json')
    expect(JSON.parse(out)).toStrictEqual({ path: 'd.jw', demo: 'S', seed: 1, elements: 3000 })
    await run('new', 'e.jw', '--demo', 'S', '--seed', '1')
    expect(bytes('e.jw').equals(bytes('d.jw'))).toBe(true)
  })

  test('what was made opens, and a file that is there stays', async () => {
    const { out } = await run('info', 'a.jw', '--json')
    expect(JSON.parse(out)).toMatchObject({ counts: { item: 150, dataItem: 1000, requirement: 1000 } })
    const again = await run('new', 'a.jw', '--demo', 'S', '--seed', '9')
    expect(again.code).toBe(4)
    expect(bytes('a.jw').equals(bytes('b.jw'))).toBe(true)
  })

  test('where Node would run out of memory, it says so before it begins', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=1000', main, 'new', 'xl.jw', '--demo', 'XL'], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('--max-old-space-size=')
    expect(existsSync(join(folder, 'xl.jw'))).toBe(false)
  })

  test.each([
    [['--demo', 'Q']],
    [['--demo', 's']],
    [['--demo', 'S', '--seed', 'x']],
    [['--demo', 'S', '--seed', '-1']],
    [['--demo', 'S', '--seed', '2147483648']],
    [['--demo', 'S', '--template', 'blank']],
  ])('%j is refused with a sentence', async options => {
    const { code, out, err } = await run('new', 'z.jw', ...options)
    expect({ code, out }).toStrictEqual({ code: 2, out: '' })
    expect(err).toMatch(/\p{Script=Han}/u)
  })
})
