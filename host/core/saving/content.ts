import { createHash, type Hash } from 'node:crypto'
import type { FileSystem, OpenFile } from '../file-system.ts'

/** Bytes moved at once. Large enough for a disk, small enough for a document of any size. */
export const sliceSize = 1024 * 1024

/** Something to be written, of known length, that can be gone through more than once. */
export interface Content {
  readonly size: number
  slices(): AsyncIterable<Uint8Array>
}

export function bytesContent(bytes: Uint8Array): Content {
  return {
    size: bytes.byteLength,
    async *slices() {
      for (let at = 0; at < bytes.byteLength; at += sliceSize) yield bytes.subarray(at, at + sliceSize)
    },
  }
}

/** What a file holds. A slice is valid only until the next one is asked for. */
export function fileContent(files: FileSystem, path: string, size: number): Content {
  return { size, slices: () => slicesOf(files, path) }
}

async function* slicesOf(files: FileSystem, path: string): AsyncIterable<Uint8Array> {
  const file = await files.open(path, 'r')
  try {
    yield* slicesIn(file)
  } finally {
    await file.close()
  }
}

async function* slicesIn(file: OpenFile): AsyncIterable<Uint8Array> {
  const slice = new Uint8Array(sliceSize)
  let at = 0
  for (;;) {
    const length = await file.read(slice, at)
    if (length === 0) return
    at += length
    yield slice.subarray(0, length)
  }
}

export const sha256 = (): Hash => createHash('sha256')

/** SHA-256 of bytes, as lower-case hex. */
export const hashOf = (bytes: Uint8Array): string => sha256().update(bytes).digest('hex')

/** SHA-256 of what a file holds. Rejects with the system's error. */
export async function hashOfFile(files: FileSystem, path: string): Promise<string> {
  const hash = sha256()
  for await (const slice of slicesOf(files, path)) hash.update(slice)
  return hash.digest('hex')
}

/** All of a file. Rejects with the system's error. */
export async function readWhole(files: FileSystem, path: string): Promise<Uint8Array> {
  const file = await files.open(path, 'r')
  try {
    const { size } = await file.facts()
    const bytes = new Uint8Array(size)
    let length = 0
    while (length < size) {
      const read = await file.read(bytes.subarray(length, length + sliceSize), length)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}

/** Writes all of it from the position on. Rejects with the system's error, with part of it written. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0
  while (done < bytes.byteLength) done += await file.write(bytes.subarray(done, done + sliceSize), at + done)
}
