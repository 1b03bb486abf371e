import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, realpathSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acquireLock, lockPathOf } from '#host/core/lock.ts'
import { thisMachine } from '#host/core/machine.ts'
import { workplace } from './harness.ts'

test('[C5.2] undo takes back one command after another, to the bytes of before, and refuses when the file was changed otherwise', async () => {
  const { run, folder } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  const bytes = () => readFileSync(join(folder, 'a.jw')).toString('base64')
  const states = [bytes()]
  for (const args of [
    ['set', 'a.jw', 'DR28', 'structure', '结构化'],
    ['add', 'a.jw', 'item', '新事项', '--under', 'unit-06'],
    ['remove', 'a.jw', 'K1.1'],
  ]) {
    expect((await run(...args)).code).toBe(0)
    states.push(bytes())
  }
  for (const expected of states.slice(0, -1).reverse()) {
    expect((await run('undo', 'a.jw')).code).toBe(0)
    expect(bytes()).toBe(expected)
  }
  expect(await run('undo', 'a.jw')).toMatchObject({ code: 2 })
  await run('set', 'a.jw', 'DR28', 'structure', '结构化')
  await run('new', 'b.jw')
  copyFileSync(join(folder, 'b.jw'), join(folder, 'a.jw'))
  const refused = await run('undo', 'a.jw')
  expect(refused.code).toBe(2)
  expect(refused.err).toMatch(/撤销/u)
})

test('[C5.4, C6.1] an import with a refused row writes nothing; partial takes the rest; a dry run never writes', async () => {
  const { run, folder } = workplace()
  writeFileSync(join(folder, 'l.csv'), '实施部门,事项名称,事项编码\n区民政局,结婚登记,A-1\n区民政局,,A-2\n')
  expect(await run('import', 'a.jw', 'l.csv')).toMatchObject({ code: 3 })
  expect(existsSync(join(folder, 'a.jw'))).toBe(false)
  expect(await run('import', 'a.jw', 'l.csv', '--accept', 'partial', '--dry-run')).toMatchObject({ code: 0 })
  expect(existsSync(join(folder, 'a.jw'))).toBe(false)
  expect(await run('import', 'a.jw', 'l.csv', '--accept', 'partial')).toMatchObject({ code: 0 })
  const again = await run('import', 'a.jw', 'l.csv', '--accept', 'partial', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ created: {}, changed: 0, removed: 0 })
})

test('[C5.4] every sort of trouble has its exit code and a sentence, and writes nothing', async () => {
  const { run, folder } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  const before = readFileSync(join(folder, 'a.jw'))
  writeFileSync(join(folder, 'cut.jw'), before.subarray(0, 5000))
  writeFileSync(join(folder, 'text.jw'), '你好')
  copyFileSync(join(folder, 'a.jw'), join(folder, 'flipped.jw'))
  const flipped = readFileSync(join(folder, 'flipped.jw'))
  flipped[3000] = (flipped[3000] ?? 0) ^ 0xff
  writeFileSync(join(folder, 'flipped.jw'), flipped)
  writeFileSync(join(folder, 'empty.jw'), '')
  truncateSync(join(folder, 'empty.jw'), 0)
  for (const file of ['cut.jw', 'text.jw', 'flipped.jw', 'empty.jw', 'nowhere.jw']) {
    const { code, err } = await run('ready', file)
    expect({ file, code }).toStrictEqual({ file, code: 3 })
    expect(err, file).toMatch(/\p{Script=Han}.*[。！]/u)
    expect(err, file).not.toContain('    at ')
  }
  for (const args of [
    ['ready'],
    ['nonsense'],
    ['show', 'a.jw', '没有这个'],
    ['set', 'a.jw', 'DR28', '没有的字段', 'x'],
    ['set', 'a.jw', 'DR28', 'securityLevel', 'L9'],
    ['add', 'a.jw', 'module', '模块'],
    ['set', 'a.jw', 'DR28', 'secret', '机密'],
    ['new', 'b.jw', '--template', 'none'],
    ['list', 'a.jw', '东西'],
  ])
    expect({ args, code: (await run(...args)).code }).toStrictEqual({ args, code: 2 })
  expect(await run('new', 'a.jw')).toMatchObject({ code: 4 })
  expect(await run('check', 'a.jw')).toMatchObject({ code: 1 })
  expect(readFileSync(join(folder, 'a.jw')).equals(before)).toBe(true)
  expect(readdirSync(folder).filter(name => name.startsWith('.jw-'))).toStrictEqual([])
})

test('[D14] a document that another program keeps open is not saved over; a lock whose program is dead is no hindrance', async () => {
  const { run, folder } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  const before = readFileSync(join(folder, 'a.jw'))
  const lock = await acquireLock(thisMachine(), lockPathOf(join(realpathSync(folder), 'a.jw')))
  expect(lock.ok).toBe(true)
  const refused = await run('set', 'a.jw', 'DR28', 'structure', '结构化')
  expect(refused).toMatchObject({ code: 4 })
  expect(refused.err).toMatch(/使用，没有保存/u)
  expect(readFileSync(join(folder, 'a.jw')).equals(before)).toBe(true)
  if (lock.ok) await lock.value.release()
  const lockPath = lockPathOf(join(realpathSync(folder), 'a.jw'))
  if (lock.ok) writeFileSync(lockPath, JSON.stringify({ ...lock.value.holder, pid: 2 ** 22 + 1 }))
  expect(await run('set', 'a.jw', 'DR28', 'structure', '结构化')).toMatchObject({ code: 0 })
  expect(existsSync(lockPath)).toBe(false)
})

test('[C5.2] a command killed before it saved is done again and saved by whatever comes next, even by one that only looks', async () => {
  const { run, folder, environment, main } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  const itemsOf = async (): Promise<number> => {
    const { out } = await run('info', 'a.jw', '--json')
    return (JSON.parse(out) as { counts: { item: number } }).counts.item
  }
  const items = await itemsOf()
  const before = readFileSync(join(folder, 'a.jw'))
  // The lock keeps the command between its journal and its save.
  const lock = await acquireLock(thisMachine(), lockPathOf(join(realpathSync(folder), 'a.jw')))
  const child = spawn(process.execPath, [main, 'add', 'a.jw', 'item', '没来得及'], { cwd: folder, env: environment, stdio: 'ignore' })
  await new Promise(done => setTimeout(done, 2_000))
  child.kill('SIGKILL')
  await new Promise(done => child.on('exit', done))
  expect(readFileSync(join(folder, 'a.jw')).equals(before)).toBe(true)
  expect((await run('show', 'a.jw', '没来得及')).err).toMatch(/还没有存进文件/u)
  if (lock.ok) await lock.value.release()
  const first = await run('show', 'a.jw', '没来得及')
  expect(first).toMatchObject({ code: 0 })
  expect(first.err).toMatch(/重新执行并保存/u)
  const second = await run('show', 'a.jw', '没来得及')
  expect(second).toMatchObject({ code: 0, err: '' })
  expect(await itemsOf()).toBe(items + 1)
  expect(await run('undo', 'a.jw')).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, 'a.jw')).equals(before)).toBe(true)
})

test('[C5.1] several hits are listed, never chosen from', async () => {
  const { run } = workplace()
  await run('new', 'a.jw')
  await run('add', 'a.jw', 'item', '同名')
  await run('add', 'a.jw', 'item', '同名')
  const { code, err } = await run('show', 'a.jw', '同名')
  expect(code).toBe(2)
  expect(err.match(/业务事项/gu)?.length).toBe(2)
})

test('[C5.2] killed at any moment, a command leaves a whole file, and the next one carries on', async () => {
  const { run, folder, environment, main } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  let last = 0
  const rounds = process.env['JINGWEI_FULL'] ? 100 : 12
  for (let round = 0; round < rounds; round++) {
    await new Promise<void>(done => {
      const child = spawn(process.execPath, [main, 'add', 'a.jw', 'item', `事项${round}`], {
        cwd: folder,
        env: environment,
        stdio: 'ignore',
      })
      child.on('exit', () => done())
      setTimeout(() => child.kill('SIGKILL'), 60 + ((round * 37) % 300))
    })
    const { code, out, err } = await run('info', 'a.jw', '--json')
    expect(code, err).toBe(0)
    const items = (JSON.parse(out) as { counts: { item: number } }).counts.item
    expect(items).toBeGreaterThanOrEqual(last)
    last = items
  }
  console.log(`kills of commands ${rounds}/0 unreadable`)
})
