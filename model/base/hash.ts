/** Turns bytes into a SHA-256 in lower-case hex. Where the machine has a faster one, it is handed in instead of `sha256`. */
export type Digest = (bytes: Uint8Array) => string

/** Bytes that a block of SHA-256 takes in. */
const BLOCK = 64

/** SHA-256 in lower-case hex. Source: FIPS 180-4, 6.2. */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(firstState)
  const whole = bytes.length - (bytes.length % BLOCK)
  takeBlocks(state, bytes, whole)
  const tail = padded(bytes.subarray(whole), bytes.length)
  takeBlocks(state, tail, tail.length)
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The rest of a message, a one bit, zeros, and the length of it all in bits. Source: FIPS 180-4, 5.1.1. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const tail = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK)
  tail.set(rest)
  tail[rest.length] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(length / 0x2000_0000))
  view.setUint32(tail.length - 4, (length << 3) >>> 0)
  return tail
}

const [firstState, roundConstants] = constants()

/** The first 32 bits of the fractional parts of square roots of 8 and of cube roots of 64 primes. Source: FIPS 180-4, 4.2.2 and 5.3.3. */
function constants(): readonly [state: Int32Array, rounds: Int32Array] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < 64; candidate++) if (primes.every(prime => candidate % prime !== 0)) primes.push(candidate)
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 0x1_0000_0000)
  return [
    Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime))),
    Int32Array.from(primes, prime => fraction(Math.cbrt(prime))),
  ]
}

/**
 * The message schedule of one block, made once because a new one per block would be most of the work. In the loops below
 * `!` stands where an index is inside its array by the loop's own bounds: a check per word would halve the speed.
 */
const schedule = new Int32Array(64)

function takeBlocks(state: Int32Array, bytes: Uint8Array, length: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let offset = 0; offset < length; offset += BLOCK) {
    fillSchedule(view, offset)
    mixIn(state)
  }
}

function fillSchedule(view: DataView, offset: number): void {
  const w = schedule
  for (let index = 0; index < 16; index++) w[index] = view.getInt32(offset + index * 4)
  for (let index = 16; index < 64; index++) {
    const x = w[index - 15]!
    const y = w[index - 2]!
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[index] = (w[index - 16]! + low + w[index - 7]! + high) | 0
  }
}

function mixIn(state: Int32Array): void {
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let index = 0; index < 64; index++) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + high + ((e & f) ^ (~e & g)) + roundConstants[index]! + schedule[index]!) | 0
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}
