import { hashOf } from '#host/core/saving/content.ts'

/** A document whose every byte depends on its version, so that a mixture of two is never taken for one. */
export function versionOf(version: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  const mark = Buffer.from(`${hashOf(Buffer.from(String(version)))}:${version}\n`)
  for (let at = 0; at < size; at += mark.byteLength) mark.copy(bytes, at)
  return new Uint8Array(bytes)
}

const hashes = new Map<string, string>()

function hashOfVersion(version: number, size: number): string {
  const key = `${version}:${size}`
  const known = hashes.get(key) ?? hashOf(versionOf(version, size))
  hashes.set(key, known)
  return known
}

/** The version a whole document is; undefined for anything else. */
export function versionIn(bytes: Uint8Array): number | undefined {
  const version = Number(/^[0-9a-f]{64}:(\d+)\n/u.exec(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))?.[1])
  return Number.isInteger(version) && hashOf(bytes) === hashOfVersion(version, bytes.byteLength) ? version : undefined
}
