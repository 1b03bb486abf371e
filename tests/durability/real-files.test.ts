import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { acquireLock, lockPathOf } from '#host/core/lock.ts'
import { thisMachine } from '#host/core/machine.ts'
import { safeFileName } from '#host/core/safe-file-name.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'

const root = mkdtempSync(join(tmpdir(), 'jingwei-real-'))
afterAll(() => rmSync(root, { recursive: true }))

const machine = thisMachine()
const old = new TextEncoder().encode('old')
const fresh = new TextEncoder().encode('new')
let folder = ''
let number = 0
beforeEach(() => {
  folder = join(root, String(number++))
  mkdirSync(folder)
})

const save = (path: string, expected: Uint8Array | null = old) =>
  saveFile(machine, { path, bytes: fresh, expected: expected && hashOf(expected), backups: join(root, 'backups') })

function file(name: string, mode = 0o644): string {
  const path = join(folder, name)
  writeFileSync(path, old)
  chmodSync(path, mode)
  return path
}

describe('[D12] what a path may lead to', () => {
  test.each([0o600, 0o644, 0o664, 0o755])('mode %o is kept', async mode => {
    const path = file('计划.jw', mode)
    expect(await save(path)).toMatchObject({ ok: true, value: { durable: true } })
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toStrictEqual(['new', mode])
  })

  test('a link stays a link, to a link too', async () => {
    const real = file('真.jw')
    symlinkSync('真.jw', join(folder, 'one'))
    symlinkSync('one', join(folder, 'two'))
    expect((await save(join(folder, 'two'))).ok).toBe(true)
    expect([readFileSync(real, 'utf8'), readlinkSync(join(folder, 'two')), lstatSync(join(folder, 'one')).isSymbolicLink()]).toStrictEqual([
      'new',
      'one',
      true,
    ])
  })

  test('a link to nothing is no place for a new file', async () => {
    symlinkSync('gone', join(folder, 'link'))
    expect(await save(join(folder, 'link'), null)).toStrictEqual({ ok: false, error: { code: 'not-a-file' } })
  })

  test('a link in a circle, a folder, a device and a socket are refused', async () => {
    symlinkSync('circle', join(folder, 'circle'))
    const socket = join(folder, 'socket')
    const server = createServer()
    await new Promise<void>(done => void server.listen(socket, done))
    const codes: (string | undefined)[] = []
    for (const path of [join(folder, 'circle'), folder, '/dev/null', socket]) {
      const saved = await save(path)
      codes.push(saved.ok ? undefined : saved.error.code)
    }
    server.close()
    expect(codes).toStrictEqual(['not-a-file', 'not-a-file', 'not-a-file', 'not-a-file'])
  })

  test('a read-only file is refused although a rename would do it', async () => {
    const path = file('只读.jw', 0o444)
    expect(await save(path)).toStrictEqual({ ok: false, error: { code: 'read-only' } })
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  test('a folder that is not there', async () => {
    expect(await save(join(folder, 'none', 'x.jw'), null)).toMatchObject({ ok: false, error: { code: 'gone' } })
  })
})

describe('[D13] every legal name can be saved and locked', () => {
  test.each([
    ['甲', 84],
    ['𠮷', 63],
  ])('1 to as many %s as fit', async (sign, most) => {
    for (let count = 1; count <= most; count++) {
      const name = sign.repeat(count)
      const path = join(folder, name)
      expect((await save(path, null)).ok, name).toBe(true)
      expect((await save(path, fresh)).ok, name).toBe(true)
      const lock = await acquireLock(machine, lockPathOf(path))
      expect(lock.ok, name).toBe(true)
      if (lock.ok) await lock.value.release()
    }
    expect(readdirSync(folder).length).toBe(most)
  })

  test('85 signs of three bytes are exactly what fits, 86 do not', async () => {
    expect((await save(join(folder, '甲'.repeat(85)), null)).ok).toBe(true)
    expect(await save(join(folder, '甲'.repeat(86)), null)).toMatchObject({ ok: false, error: { code: 'name-too-long' } })
  })

  test('a suggested name always fits', async () => {
    for (const title of ['甲'.repeat(500), '👩‍👩‍👧‍👦'.repeat(50), 'CON', '../../x', 'a\u0000b'])
      expect((await save(join(folder, safeFileName(title, 'jw', '未命名')), null)).ok, title).toBe(true)
    expect(readdirSync(folder).length).toBe(5)
  })
})

/** A small disk of its own; only the superuser of a Linux machine can make one. */
function smallDisk(): string | undefined {
  const place = join(folder, 'disk')
  mkdirSync(place)
  return isDone(['mount', '-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', place]) ? place : undefined
}

/** Whether a command of the system exists and came to a good end. */
const isDone = ([program = '', ...args]: readonly string[]): boolean => spawnSync(program, args).status === 0

test('[D3] 100 saves that fill a small disk leave the old file and no temp', async () => {
  const place = smallDisk()
  if (place === undefined) {
    console.log('disk full: skipped, no small disk could be mounted here')
    return
  }
  try {
    const path = join(place, '计划.jw')
    writeFileSync(path, old)
    // Told that there is room, so that it is the disk that says no.
    const hopeful = { ...machine, files: { ...machine.files, free: async () => undefined } }
    const bytes = new Uint8Array(13 * 1024 ** 2)
    for (let time = 0; time < 100; time++) {
      const saved = await saveFile(hopeful, { path, bytes, expected: hashOf(old), backups: join(root, 'backups') })
      expect(saved).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    }
    expect([readFileSync(path, 'utf8'), readdirSync(place)]).toStrictEqual(['old', ['计划.jw']])
    console.log('disk full 100/0 lost')
  } finally {
    isDone(['umount', place])
  }
})
