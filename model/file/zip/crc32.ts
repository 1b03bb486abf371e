/** Eight tables, so that eight bytes are taken in at once. Source: Intel, "slicing-by-8"; polynomial of ISO 3309. */
const tables = Array.from({ length: 8 }, () => new Int32Array(256))
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as unknown as readonly [Table, Table, Table, Table, Table, Table, Table, Table]

type Table = Int32Array

for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  t0[byte] = value
}
tables.slice(1).forEach((table, index) => {
  const before = tables[index] ?? t0
  before.forEach((value, byte) => {
    table[byte] = (value >>> 8) ^ (t0[value & 0xff] ?? 0)
  })
})

/** The check sum of zip, as an unsigned number; `before` is that of the bytes in front of these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before
  let at = 0
  // `!`: every index is below the length, or a byte; a check per byte would halve the speed.
  for (const end = bytes.length - 7; at < end; at += 8) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    sum =
      t7[sum & 0xff]! ^
      t6[(sum >>> 8) & 0xff]! ^
      t5[(sum >>> 16) & 0xff]! ^
      t4[sum >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ t0[(sum ^ bytes[at]!) & 0xff]!
  return ~sum >>> 0
}
