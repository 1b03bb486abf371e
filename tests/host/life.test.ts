import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listenAs, openPage } from './page.ts'
import { newHome, startHost } from './world.ts'

const pause = (duration: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, duration))

/** Milliseconds until it has ended; 5,000 if it has not by then. */
async function timeOf(ending: Promise<unknown>): Promise<number> {
  const begin = Date.now()
  await Promise.race([ending, pause(5_000)])
  return Date.now() - begin
}

describe('[2.9] the host ends by itself', () => {
  test('when no page comes', async () => {
    const host = await startHost(newHome(), { life: { idle: 50, first: 100 } })
    expect(await timeOf(host.closed)).toBeLessThan(4_000)
  })

  test('some time after the last page has gone, and leaves no word behind', async () => {
    const home = newHome()
    const host = await startHost(home, { life: { idle: 300, first: 60_000 } })
    const page = await openPage(host.url)
    await pause(600)
    expect(await timeOf(Promise.race([host.closed, pause(1)]))).toBeLessThan(200)
    expect(readdirSync(home.userData)).toContain('local-host.json')
    page.leave()
    const time = await timeOf(host.closed)
    expect(time).toBeGreaterThan(200)
    expect(time).toBeLessThan(4_000)
    expect(readdirSync(home.userData)).not.toContain('local-host.json')
  })

  test('not when a page comes back in time, as after a reload', async () => {
    const host = await startHost(newHome(), { life: { idle: 1_000, first: 60_000 } })
    const page = await openPage(host.url)
    page.leave()
    await pause(200)
    const again = await listenAs(host.port, page.session)
    await pause(1_500)
    expect((await page.host['app:info'](null)).ok).toBe(true)
    again.leave()
    await host.close()
  })
})

describe('[2.9] closing', () => {
  test('pages are told, and waited for until they hang up', async () => {
    const host = await startHost(newHome())
    const page = await openPage(host.url)
    const closing = host.close()
    expect(await page.told('app:willClose')).toStrictEqual({ withinMs: 3_000 })
    // It still answers, so that what is left to do can be done.
    expect((await page.host['app:info'](null)).ok).toBe(true)
    page.leave()
    expect(await timeOf(closing)).toBeLessThan(2_000)
  })

  test('but not for ever', async () => {
    const host = await startHost(newHome())
    const page = await openPage(host.url)
    const time = await timeOf(host.close())
    expect(time).toBeGreaterThan(2_500)
    expect(time).toBeLessThan(4_900)
    page.leave()
  })
})

test('the port of another is never taken, nor another one instead', async () => {
  const host = await startHost(newHome())
  await expect(startHost(newHome(), { port: host.port })).rejects.toThrow('port-taken')
  await host.close()
})

test('what leads to this run can be read by nobody else', async () => {
  const home = newHome()
  const host = await startHost(home)
  expect(statSync(join(home.userData, 'local-host.json')).mode & 0o077).toBe(0)
  await host.close()
})
