import { expect, test } from 'vitest'
import { crashDisk } from '#tests/durability/crash-disk.ts'
import { versionOf } from '#tests/durability/documents.ts'
import { bytesContent, fileContent, hashOf, hashOfFile, readWhole, sliceSize, writeAll } from './content.ts'

test.each([0, 1, sliceSize - 1, sliceSize, sliceSize + 1, 3 * sliceSize + 7])('%i bytes are the same by slices and at once', async size => {
  const disk = crashDisk()
  const bytes = versionOf(1, size)
  disk.write('/file', bytes)
  const content = fileContent(disk.files, '/file', size)
  for (const one of [content, bytesContent(bytes)]) {
    const parts: Buffer[] = []
    for await (const slice of one.slices()) parts.push(Buffer.from(slice))
    expect(hashOf(Buffer.concat(parts))).toBe(hashOf(bytes))
    expect(parts.every(part => part.byteLength <= sliceSize)).toBe(true)
  }
  expect(await hashOfFile(disk.files, '/file')).toBe(hashOf(bytes))
  expect(hashOf(await readWhole(disk.files, '/file'))).toBe(hashOf(bytes))
})

test('a system that takes a few bytes at a time gets them all', async () => {
  const disk = crashDisk()
  const file = await disk.files.open('/file', 'wx')
  const slow = { ...file, write: (bytes: Uint8Array, at: number) => file.write(bytes.subarray(0, 7), at) }
  await writeAll(slow, versionOf(1, 1000), 0)
  expect(disk.read('/file')).toStrictEqual(versionOf(1, 1000))
})
