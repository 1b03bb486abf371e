import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diskFileSystem as files } from './file-system.ts'

const folder = mkdtempSync(join(tmpdir(), 'jingwei-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a link, a folder and a socket are no files', async () => {
  const [file, link, socket] = ['file', 'link', 'socket'].map(name => join(folder, name))
  if (!file || !link || !socket) throw new Error('three names')
  writeFileSync(file, 'x', { mode: 0o640 })
  symlinkSync(file, link)
  const server = createServer()
  await new Promise<void>(done => void server.listen(socket, done))
  const sorts = await Promise.all([file, link, folder, socket].map(async path => (await files.linkFacts(path)).sort))
  server.close()
  expect(sorts).toStrictEqual(['file', 'link', 'folder', 'other'])
  expect(await files.facts(link)).toMatchObject({ sort: 'file', size: 1, mode: 0o640 })
})

test('a file written to has another identity', async () => {
  const path = join(folder, 'changing')
  writeFileSync(path, 'old')
  const { identity } = await files.facts(path)
  const file = await files.open(path, 'r+')
  await file.write(new TextEncoder().encode('new'), 0)
  await file.close()
  expect((await files.facts(path)).identity).not.toBe(identity)
})

test('a new file is refused where there is one, and so is a second name', async () => {
  const path = join(folder, 'taken')
  writeFileSync(path, 'x')
  await expect(files.open(path, 'wx')).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(files.link(path, path)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await files.free(folder)).toBeGreaterThan(0)
})
