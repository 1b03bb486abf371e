import { readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Input } from '#bridge/contract.ts'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import { acquireLock, lockPathOf } from '#host/core/lock.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { handOver } from '#host/local/instance.ts'
import type { LocalHost, LocalHostOptions } from '#host/local/main.ts'
import { openPage, type TestPage } from './page.ts'
import { bytesOf, type Home, machine, newHome, startHost, version1 } from './world.ts'

const running: LocalHost[] = []
const open: TestPage[] = []

afterEach(async () => {
  for (const page of open.splice(0)) page.leave()
  for (const host of running.splice(0)) await host.close()
})

async function start(home: Home, options: Partial<LocalHostOptions> = {}) {
  const host = await startHost(home, options)
  running.push(host)
  const page = await openPage(host.url)
  open.push(page)
  return { host, page }
}

const valueOf = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const docId = 'D0000000000000001'

const saving = (token: string, text: string, expectSha256: string | null): Input<'doc:save'> => ({
  token,
  docId,
  bytes: bytesOf(text),
  expectSha256,
  reason: 'routine',
  elements: { before: 1, after: 1 },
  mayShrink: false,
})

/** Opens 甲.jw of the home by the chooser. */
async function choose(page: TestPage, name = '甲.jw') {
  const top = valueOf(await page.host['chooser:list']({ folder: null, kinds: ['jw'] }))
  const folder = top.entries.find(one => one.name === '文档')?.token ?? ''
  const { entries } = valueOf(await page.host['chooser:list']({ folder, kinds: ['jw'] }))
  const choice = entries.find(one => one.name === name)?.token ?? ''
  return page.host['doc:openDialog']({ choice })
}

describe('opening and saving', () => {
  test('the file given at the start is opened by the first page', async () => {
    const home = newHome()
    const { page } = await start(home, { file: home.file })
    const doc = await page.told('app:openFile')
    expect(doc).toMatchObject({ name: '甲.jw', folderLabel: '~/文档', size: 9, readOnly: false, heldBy: null })
    const { token } = doc as { token: string }
    expect(valueOf(await page.host['doc:read']({ token }))).toStrictEqual({ bytes: bytesOf('version 1'), sha256: version1 })
    const saved = valueOf(await page.host['doc:save'](saving(token, 'version 2', version1)))
    expect(saved).toMatchObject({ sha256: hashOf(bytesOf('version 2')), size: 9, durable: true, inPlace: false })
    expect(readFileSync(home.file, 'utf8')).toBe('version 2')
    const { backups } = valueOf(await page.host['backup:list']({ token }))
    expect(backups).toMatchObject([{ reason: 'routine', size: 9 }])
    const backup = await page.host['backup:read']({ docId, backupId: backups[0]?.backupId ?? '' })
    expect(valueOf(backup).sha256).toBe(version1)
  })

  test('[D6] a file changed by others is a conflict and stays; told of it and decided, it is saved with a copy', async () => {
    const home = newHome()
    const { page } = await start(home)
    const { token } = valueOf(await choose(page)) ?? { token: '' }
    await page.host['doc:read']({ token })
    writeFileSync(home.file, 'by another')
    const found = hashOf(bytesOf('by another'))
    expect(await page.host['doc:save'](saving(token, 'mine', version1))).toStrictEqual({ ok: false, error: { code: 'conflict', found } })
    expect(readFileSync(home.file, 'utf8')).toBe('by another')
    expect(await page.told('doc:changedOnDisk')).toMatchObject({ token, sha256: found })
    valueOf(await page.host['doc:save']({ ...saving(token, 'mine', found), reason: 'overwriting' }))
    expect(valueOf(await page.host['backup:list']({ docId })).backups).toMatchObject([{ reason: 'overwriting' }])
  })

  test('a file that is gone is told of; our own save is not', async () => {
    const home = newHome()
    const { page } = await start(home)
    const { token } = valueOf(await choose(page)) ?? { token: '' }
    await page.host['doc:read']({ token })
    valueOf(await page.host['doc:save'](saving(token, 'version 2', version1)))
    await new Promise(resolve => void setTimeout(resolve, 2_500))
    unlinkSync(home.file)
    expect(await page.told('doc:changedOnDisk')).toStrictEqual({ token, sha256: null, mtimeMs: null })
  })

  test('[D7] an accident is asked about first', async () => {
    const { page } = await start(newHome())
    const { token } = valueOf(await choose(page)) ?? { token: '' }
    const small = { ...saving(token, '', version1), elements: { before: 10, after: 1 } }
    expect(await page.host['doc:save'](small)).toStrictEqual({ ok: false, error: { code: 'would-shrink', before: 10, after: 1 } })
    expect(await page.host['doc:save']({ ...small, mayShrink: true })).toMatchObject({ ok: true })
  })

  test('saved under another name it is open there; a name that is taken stays as it is', async () => {
    const home = newHome()
    const { page } = await start(home)
    const folder = valueOf(await page.host['chooser:list']({ folder: null, kinds: [] })).folder
    const input = { suggestedName: '新.jw', docId, bytes: bytesOf('new'), folder }
    const saved = valueOf(await page.host['doc:saveAs'](input))
    expect(saved?.doc).toMatchObject({ name: '新.jw', folderLabel: '~', readOnly: false })
    expect(readFileSync(join(home.home, '新.jw'), 'utf8')).toBe('new')
    const again = await page.host['doc:saveAs']({ ...input, bytes: bytesOf('other') })
    expect(again).toMatchObject({ ok: false, error: { code: 'already-exists' } })
    expect(await page.host['doc:saveAs']({ ...input, folder: null })).toStrictEqual({ ok: false, error: { code: 'no-dialog' } })
  })
})

describe('[D14] locks', () => {
  test('another program has it: read-only, with its name; saving is refused', async () => {
    const home = newHome()
    const lock = valueOf(await acquireLock(machine, lockPathOf(home.file)))
    const { page } = await start(home)
    const doc = valueOf(await choose(page))
    expect(doc).toMatchObject({ readOnly: true, heldBy: { user: machine.processes.user, host: machine.processes.host } })
    expect(valueOf(await page.host['doc:read']({ token: doc?.token ?? '' })).sha256).toBe(version1)
    const refused = await page.host['doc:save'](saving(doc?.token ?? '', 'x', version1))
    expect(refused).toMatchObject({ ok: false, error: { code: 'locked' } })
    await lock.release()
  })

  test('two pages of one host: the second reads; when the first has hung up, it writes', async () => {
    const home = newHome()
    const { host, page } = await start(home)
    const first = valueOf(await choose(page))
    const second = await openPage((await handOver(machine, home.userData, host.port, null)) ?? '')
    open.push(second)
    const { token } = valueOf(await choose(second)) ?? { token: '' }
    expect(await second.host['doc:save'](saving(token, 'x', version1))).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(await second.host['doc:read']({ token: first?.token ?? '' })).toStrictEqual({ ok: false, error: { code: 'unknown-ticket' } })
    valueOf(await second.host['doc:release']({ token }))
    page.leave()
    await new Promise(resolve => void setTimeout(resolve, 200))
    const doc = valueOf(await choose(second))
    expect(doc).toMatchObject({ readOnly: false, heldBy: null })
    expect(await second.host['doc:save'](saving(doc?.token ?? '', 'x', version1))).toMatchObject({ ok: true })
  })

  test('two programs: the second reads; after release it writes', async () => {
    const home = newHome()
    const one = await start(home)
    const two = await start({ ...home, userData: join(home.home, '.user2') })
    const first = valueOf(await choose(one.page))
    expect(valueOf(await choose(two.page))).toMatchObject({ readOnly: true })
    valueOf(await one.page.host['doc:release']({ token: first?.token ?? '' }))
    await two.host.close()
    const three = await start({ ...home, userData: join(home.home, '.user2') })
    expect(valueOf(await choose(three.page))).toMatchObject({ readOnly: false })
  })

  test('the host gives back every lock when it ends', async () => {
    const home = newHome()
    const { host, page } = await start(home)
    valueOf(await choose(page))
    expect(readdirSync(home.folder).filter(name => name.endsWith('.lock'))).toHaveLength(1)
    page.leave()
    await host.close()
    expect(readdirSync(home.folder).filter(name => name.endsWith('.lock'))).toStrictEqual([])
  })

  test('a file that cannot be written is read-only and nobody holds it', async () => {
    const home = newHome()
    chmodSync(home.file, 0o444)
    const { page } = await start(home)
    expect(valueOf(await choose(page))).toMatchObject({ readOnly: true, heldBy: null })
  })
})

describe('choosing', () => {
  test('shows folders and the wanted kinds at home, nothing hidden, nothing that leads out', async () => {
    const home = newHome()
    symlinkSync('/etc', join(home.home, 'etc'))
    symlinkSync('/etc/passwd', join(home.home, 'passwd.jw'))
    symlinkSync(home.file, join(home.home, '捷径.jw'))
    const { page } = await start(home)
    const top = valueOf(await page.host['chooser:list']({ folder: null, kinds: ['jw'] }))
    expect(top).toMatchObject({ label: '~', above: null, isCut: false })
    expect(top.entries.map(({ name, sort }) => [name, sort])).toStrictEqual([
      ['文档', 'folder'],
      ['pages', 'folder'],
      ['捷径.jw', 'file'],
    ])
    const below = valueOf(await page.host['chooser:list']({ folder: top.entries[0]?.token ?? '', kinds: ['csv'] }))
    expect(below).toMatchObject({ label: '~/文档', above: top.folder, entries: [{ name: '清单.csv' }] })
  })

  test('only a document is opened as one, only the wanted kinds are imported', async () => {
    const { page } = await start(newHome())
    const top = valueOf(await page.host['chooser:list']({ folder: null, kinds: [] }))
    const folder = top.entries.find(({ name }) => name === '文档')?.token ?? ''
    const list = valueOf(await page.host['chooser:list']({ folder, kinds: ['csv'] })).entries[0]?.token ?? ''
    const refused = { ok: false, error: { code: 'not-a-file' } }
    expect(await page.host['doc:openDialog']({ choice: list })).toStrictEqual(refused)
    expect(await page.host['doc:openDialog']({ choice: folder })).toStrictEqual(refused)
    expect(await page.host['import:open']({ kinds: ['xlsx'], choices: [list] })).toStrictEqual(refused)
    expect(valueOf(await page.host['import:open']({ kinds: ['csv'], choices: [list] }))).toStrictEqual([
      { name: '清单.csv', kind: 'csv', bytes: bytesOf('事项\n') },
    ])
  })

  test('an export never replaces a file and is shown on request', async () => {
    const home = newHome()
    const shown: string[] = []
    const reveal = (path: string) => Promise.resolve(shown.push(path) > 0)
    const { page } = await start(home, { reveal })
    const folder = valueOf(await page.host['chooser:list']({ folder: null, kinds: [] })).folder
    const input = { kind: 'csv', suggestedName: '../清单:1', bytes: bytesOf('x'), folder }
    expect(await page.host['export:save'](input)).toMatchObject({ ok: false, error: { code: 'not-understood' } })
    const saved = valueOf(await page.host['export:save']({ ...input, suggestedName: '清单:1' }))
    expect(saved?.name).toBe('清单：1.csv')
    expect(await page.host['export:save']({ ...input, suggestedName: '清单:1' })).toMatchObject({
      ok: false,
      error: { code: 'already-exists' },
    })
    valueOf(await page.host['export:reveal']({ exportId: saved?.exportId ?? '' }))
    expect(shown).toStrictEqual([home.home])
  })

  test('recent files are there after a restart', async () => {
    const home = newHome()
    const first = await start(home)
    valueOf(await choose(first.page))
    first.page.leave()
    await first.host.close()
    const { page } = await start(home)
    const { recents } = valueOf(await page.host['app:info'](null))
    expect(recents).toMatchObject([{ name: '甲.jw', folderLabel: '~/文档' }])
    expect(valueOf(await page.host['doc:openRecent']({ recentId: recents[0]?.recentId ?? '' })).name).toBe('甲.jw')
  })
})

test('[G4] what was opened, saved and refused stands in the audit log, without paths', async () => {
  const home = newHome()
  const { page } = await start(home)
  const { token } = valueOf(await choose(page)) ?? { token: '' }
  await page.host['doc:save'](saving(token, 'version 2', version1))
  await page.host['doc:save'](saving(token, 'version 3', version1))
  await page.raw('doc:read', { token: '/etc/passwd' })
  const folder = join(home.userData, 'audit')
  const text = readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('')
  const lines = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { event: string; object: string; result: string })
  expect(lines.map(({ event, object, result }) => [event, object, result])).toStrictEqual([
    ['open', '', 'ok'],
    ['save', docId, 'ok'],
    ['save', docId, 'conflict'],
    ['refused', '', 'not-understood'],
  ])
  expect(text).not.toContain(home.home)
})
