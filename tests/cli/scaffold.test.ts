import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeNewFolder } from '#cli/write-folder.ts'
import { workplace } from './harness.ts'

const zone = ['--zone', '政务外网'] as const

describe('[C5] jingwei scaffold', () => {
  const { run, folder } = workplace()
  beforeAll(async () => {
    await run('new', 'a.jw', '--template', 'sanzi')
  })

  test('writes what it says, twice the same', async () => {
    const { code, out } = await run('scaffold', 'a.jw', '--out', 'first', ...zone, '--json')
    expect(code).toBe(0)
    const { files } = JSON.parse(out) as { files: readonly { path: string; bytes: number }[] }
    expect(files).toHaveLength(85)
    await run('scaffold', 'a.jw', '--out', 'deep/second', ...zone)
    for (const { path, bytes } of files) {
      const first = readFileSync(join(folder, 'first', path))
      expect(first.length, path).toBe(bytes)
      expect(first.equals(readFileSync(join(folder, 'deep/second', path))), path).toBe(true)
    }
    expect(readdirSync(join(folder, 'first'), { recursive: true, withFileTypes: true }).filter(one => one.isFile())).toHaveLength(85)
  })

  test('says in Chinese what was written, what was left out and what was lost', async () => {
    const { out } = await run('scaffold', 'a.jw', '--out', 'told', ...zone)
    expect(out).toContain('已写到 told（85 个文件')
    expect(out).toContain('另有 4 项信息资源在其他网络里')
    expect(out).toContain('「人口基础信息服务」返回个人信息')
    expect(out).toContain('told/bundle.json')
  })

  test('networks are not mixed: refused with the list, nothing written', async () => {
    const { code, err } = await run('scaffold', 'a.jw', '--out', 'mixed')
    expect(code).toBe(3)
    for (const name of ['政务内网', '业务专网', '互联网', '村干部任职信息']) expect(err).toContain(name)
    expect(readdirSync(folder)).not.toContain('mixed')
  })

  test.each([
    [['--zone', '火星网', '--out', 'x'], '政务外网'],
    [zone, '--out'],
    [[...zone, '--out', 'x', '--system', 'sys-new', '--module', 'mod-01'], '--system'],
    [[...zone, '--out', 'x', '--module', 'sys-new'], 'sys-new'],
    [[...zone, '--out', 'x', '--module', '没有这个'], '没有这个'],
  ])('%j is used wrongly', async (options, named) => {
    const { code, err } = await run('scaffold', 'a.jw', ...options)
    expect(code).toBe(2)
    expect(err).toContain(named)
  })

  test('a folder that holds something stays as it is', async () => {
    mkdirSync(join(folder, 'filled'))
    writeFileSync(join(folder, 'filled', '别动.txt'), '原样')
    const { code } = await run('scaffold', 'a.jw', '--out', 'filled', ...zone)
    expect(code).toBe(4)
    expect(readdirSync(join(folder, 'filled'))).toStrictEqual(['别动.txt'])
    expect((await run('scaffold', 'a.jw', '--out', 'filled/别动.txt', ...zone)).code).toBe(4)
    expect(readFileSync(join(folder, 'filled', '别动.txt'), 'utf8')).toBe('原样')
  })

  test('an empty document gives nothing', async () => {
    await run('new', 'blank.jw')
    expect((await run('scaffold', 'blank.jw', '--out', 'nothing')).code).toBe(3)
  })
})

test('interrupted while it writes, a folder leaves nothing behind', async () => {
  const { folder } = workplace()
  const interrupted = new AbortController()
  let asked = 0
  const signal = {
    throwIfAborted: () => {
      if (++asked > 3) interrupted.abort()
      interrupted.signal.throwIfAborted()
    },
  } as AbortSignal
  const files = Array.from({ length: 9 }, (_, at) => ({ path: `a/${at}.txt`, bytes: new Uint8Array([at]) }))
  await expect(writeNewFolder(join(folder, 'new'), files, signal)).rejects.toThrow('aborted')
  expect(readdirSync(folder)).toStrictEqual([])
})
