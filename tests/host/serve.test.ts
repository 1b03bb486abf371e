import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import { workplace } from '../cli/harness.ts'
import { openPage, type TestPage } from './page.ts'
import { bytesOf } from './world.ts'

const running = new Set<ChildProcess>()
const open: TestPage[] = []
let place: ReturnType<typeof workplace>

beforeEach(async () => {
  place = workplace()
  await place.run('new', '示例.jw', '--template', 'blank')
})
afterEach(() => {
  for (const page of open.splice(0)) page.leave()
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

/** The built program as a process of its own; its address is the first line it prints. */
async function serve(...args: readonly string[]) {
  const child = spawn(process.execPath, [place.main, 'serve', ...args], { cwd: place.folder, env: place.environment })
  running.add(child)
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { child, ended, url, port: Number(new URL(url).port) }
}

async function pageOf(url: string): Promise<TestPage> {
  const page = await openPage(url)
  open.push(page)
  return page
}

const valueOf = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const docId = 'D0000000000000001'

describe('jingwei serve', () => {
  test('[D10] killed without a word: the next start has every record, and the lock of the dead is no hindrance', async () => {
    const first = await serve('示例.jw', '--no-open', '--port', '0')
    const page = await pageOf(first.url)
    expect(await page.told('app:openFile')).toMatchObject({ name: '示例.jw', readOnly: false })
    const start = { snapshot: bytesOf('snapshot'), adopts: [] }
    const { epoch } = valueOf(
      await page.host['journal:append']({ docId, epoch: null, start, firstSeq: 0, records: [bytesOf('0')], flush: false }),
    )
    for (let firstSeq = 1; firstSeq < 50; firstSeq++) {
      const records = [bytesOf(String(firstSeq))]
      valueOf(await page.host['journal:append']({ docId, epoch, start: null, firstSeq, records, flush: false }))
    }
    first.child.kill('SIGKILL')
    await first.ended

    const second = await serve('示例.jw', '--no-open', '--port', '0')
    const again = await pageOf(second.url)
    expect(await again.told('app:openFile')).toMatchObject({ name: '示例.jw', readOnly: false })
    const read = valueOf(await again.host['journal:read']({ docId, epoch: null }))
    expect(read.records.map(record => new TextDecoder().decode(record))).toStrictEqual(Array.from({ length: 50 }, (_, seq) => String(seq)))
    console.log(`kill -9: ${read.records.length} of 50 answered records read back`)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s: the page is told, the lock given back, exit 0', async signal => {
    const { child, ended, url } = await serve('示例.jw', '--no-open', '--port', '0')
    const page = await pageOf(url)
    const before = await page.told('app:openFile')
    expect(before).toMatchObject({ readOnly: false })
    child.kill(signal)
    expect(await page.told('app:willClose')).toStrictEqual({ withinMs: 3_000 })
    page.leave()
    expect(await ended).toBe(0)
    expect(existsSync(join(place.folder, '.user', 'local-host.json'))).toBe(false)
  })

  test('it ends by itself after its last page', async () => {
    const { ended, url } = await serve('--no-open', '--port', '0', '--idle', '0.2')
    const page = await pageOf(url)
    page.leave()
    expect(await ended).toBe(0)
  })

  test('the next start hands over what it was to open, and ends', async () => {
    const { port } = await serve('--no-open', '--port', '0')
    const next = await serve('示例.jw', '--no-open', '--port', String(port))
    expect(await next.ended).toBe(0)
    expect(next.port).toBe(port)
    const page = await pageOf(next.url)
    expect(await page.told('app:openFile')).toMatchObject({ name: '示例.jw' })
  })

  test('a port that another program has is said, and nothing else is tried', async () => {
    const other = createServer((_, response) => response.end('other')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const ran = await place.run('serve', '示例.jw', '--no-open', '--port', String(port))
    expect([ran.code, ran.out]).toStrictEqual([3, ''])
    expect(ran.err).toContain(String(port))
    // Nor by what an earlier run left behind.
    writeFileSync(join(place.folder, '.user', 'local-host.json'), JSON.stringify({ port, key: 'k', instance: 'i' }))
    expect((await place.run('serve', '--no-open', '--port', String(port))).code).toBe(3)
    other.close()
  })

  test.each([
    [['不存在.jw', '--no-open', '--port', '0'], 3],
    [['--no-open', '--port', 'x'], 2],
    [['--no-open', '--port', '65536'], 2],
    [['--no-open', '--port', '0', '--idle', '-1'], 2],
  ])('%j is refused', async (args, code) => {
    const ran = await place.run('serve', ...args)
    expect([ran.code, ran.out]).toStrictEqual([code, ''])
    expect(ran.err).not.toBe('')
  })

  test('with a browser, the address stands in a file and on no command line', async () => {
    const bin = join(place.folder, 'bin')
    const shown = join(place.folder, 'arguments')
    mkdirSync(bin)
    writeFileSync(join(bin, 'chromium'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${shown}'\n`, { mode: 0o755 })
    const environment = { ...place.environment, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    const child = spawn(process.execPath, [place.main, 'serve', '--port', '0', '--idle', '0.1'], { cwd: place.folder, env: environment })
    running.add(child)
    expect((await once(child, 'exit'))[0]).toBe(0)
    const given = readFileSync(shown, 'utf8').trim().split('\n')
    expect(given).toContain('--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1')
    expect(given[0]).toMatch(/^--app=file:\/\/.*start\.html$/u)
    expect(given.join('\n')).not.toContain('127.0.0.1:')
    expect(readFileSync(join(place.folder, '.user', 'start.html'), 'utf8')).toMatch(/url=http:\/\/127\.0\.0\.1:\d+\/#[\w-]{22}"/u)
  })
})
