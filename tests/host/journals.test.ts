import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Input } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import { handOver } from '#host/local/instance.ts'
import type { LocalHost } from '#host/local/main.ts'
import { openPage, type TestPage } from './page.ts'
import { bytesOf, type Home, machine, newHome, startHost } from './world.ts'

const running: LocalHost[] = []
const open: TestPage[] = []

afterEach(async () => {
  for (const page of open.splice(0)) page.leave()
  for (const host of running.splice(0)) await host.close()
})

async function start(home: Home) {
  const host = await startHost(home)
  running.push(host)
  const page = await openPage(host.url)
  open.push(page)
  const end = async (): Promise<void> => {
    page.leave()
    await host.close()
  }
  return { host, page, end }
}

const valueOf = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const docId = 'D0000000000000001'

const begin = (snapshot: string, adopts: number[] = []): Input<'journal:append'> => ({
  docId,
  epoch: null,
  start: { snapshot: bytesOf(snapshot), adopts },
  firstSeq: 0,
  records: [],
  flush: false,
})

const more = (epoch: number, firstSeq: number, ...records: string[]): Input<'journal:append'> => ({
  docId,
  epoch,
  start: null,
  firstSeq,
  records: records.map(bytesOf),
  flush: false,
})

test('[D10] what a page journalled and never saved is there for the next run, in order', async () => {
  const home = newHome()
  const first = await start(home)
  const { epoch } = valueOf(await first.page.host['journal:append'](begin('the document')))
  for (let seq = 0; seq < 30; seq++) {
    const written = valueOf(await first.page.host['journal:append'](more(epoch, seq, `edit ${seq}`)))
    expect(written).toMatchObject({ epoch, nextSeq: seq + 1 })
  }
  const flushed = valueOf(await first.page.host['journal:append']({ ...more(epoch, 30), flush: true }))
  expect(flushed).toStrictEqual({ epoch, nextSeq: 30, durableSeq: 30 })
  expect(valueOf(await first.page.host['journal:list'](null))).toMatchObject([{ docId, isOpen: true }])
  await first.end()

  const { page } = await start(home)
  expect(valueOf(await page.host['journal:list'](null))).toMatchObject([
    { docId, name: null, isOpen: false, epochs: [{ epoch, records: 30, tail: 'clean' }] },
  ])
  const read = valueOf(await page.host['journal:read']({ docId, epoch: null }))
  expect(read).toStrictEqual({
    epoch,
    snapshot: bytesOf('the document'),
    records: Array.from({ length: 30 }, (_, seq) => bytesOf(`edit ${seq}`)),
    tail: 'clean',
  })
})

test('records that are not the next are refused, and the journal goes on', async () => {
  const { page } = await start(newHome())
  const append = page.host['journal:append']
  expect(await append(more(1, 0, 'early'))).toStrictEqual({ ok: false, error: { code: 'out-of-step', epoch: null, nextSeq: 0 } })
  const { epoch } = valueOf(await append(begin('s')))
  valueOf(await append(more(epoch, 0, 'a', 'b')))
  const refused = { ok: false, error: { code: 'out-of-step', epoch, nextSeq: 2 } }
  for (const wrong of [more(epoch, 0, 'a'), more(epoch, 3, 'd'), more(epoch + 1, 0, 'x')])
    expect(await append(wrong)).toStrictEqual(refused)
  expect(valueOf(await append(more(epoch, 2, 'c')))).toMatchObject({ nextSeq: 3 })
})

test('a save begins the next epoch; the one before is kept, older ones go', async () => {
  const { page } = await start(newHome())
  for (const snapshot of ['one', 'two', 'three']) valueOf(await page.host['journal:append'](begin(snapshot)))
  const [journal] = valueOf(await page.host['journal:list'](null))
  expect(journal?.epochs.map(({ epoch }) => epoch)).toStrictEqual([3, 2])
  valueOf(await page.host['journal:close']({ docId, how: 'saved' }))
  expect(valueOf(await page.host['journal:list'](null))).toStrictEqual([])
})

test('what was recovered goes when the document is saved, not before', async () => {
  const home = newHome()
  const first = await start(home)
  const { epoch } = valueOf(await first.page.host['journal:append'](begin('old')))
  await first.end()
  const { page } = await start(home)
  const next = valueOf(await page.host['journal:append'](begin('recovered', [epoch])))
  expect(valueOf(await page.host['journal:list'](null))[0]?.epochs.map(one => one.epoch)).toStrictEqual([next.epoch, epoch])
  valueOf(await page.host['journal:close']({ docId, how: 'saved' }))
  expect(valueOf(await page.host['journal:list'](null))).toStrictEqual([])
})

test('what a person gives up lies in the trash', async () => {
  const home = newHome()
  const first = await start(home)
  valueOf(await first.page.host['journal:append'](begin('old')))
  await first.end()
  const { page } = await start(home)
  valueOf(await page.host['journal:close']({ docId, how: 'discard' }))
  expect(valueOf(await page.host['journal:list'](null))).toStrictEqual([])
  const trash = join(home.userData, 'trash')
  expect(existsSync(trash) && readdirSync(trash, { recursive: true }).filter(name => String(name).endsWith('.snap'))).toHaveLength(1)
})

test('two pages do not write one journal; a page that hung up makes room', async () => {
  const home = newHome()
  const { host, page } = await start(home)
  valueOf(await page.host['journal:append'](begin('one')))
  const second = await openPage((await handOver(machine, home.userData, host.port, null)) ?? '')
  open.push(second)
  expect(await second.host['journal:append'](begin('two'))).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await second.host['journal:close']({ docId, how: 'discard' })).toMatchObject({ ok: false, error: { code: 'locked' } })
  page.leave()
  await new Promise(resolve => void setTimeout(resolve, 200))
  expect(await second.host['journal:append'](begin('two'))).toMatchObject({ ok: true, value: { epoch: 2 } })
  expect(valueOf(await second.host['journal:list'](null))[0]?.epochs).toHaveLength(2)
})
