import { unzipSync, zipSync } from 'fflate'
import { type Chance, chanceFrom } from '#demo/index.ts'

/** What can be done to a file on its way. Source: reliability §6, import fuzz. */
const mischiefs: readonly ((bytes: Uint8Array, chance: Chance) => Uint8Array)[] = [
  flipBits,
  cutOff,
  repeatPiece,
  dropPiece,
  editNumber,
  inParts(flipBits),
  inParts(swapTokens),
  inParts(swapTokens),
  renamePart,
]

/** The file as the mutant with this number has it: one to three things done to it. The same number gives the same bytes. */
export function mutant(bytes: Uint8Array, number: number): Uint8Array {
  const chance = chanceFrom(number)
  let result = bytes
  for (let turn = 0; turn <= chance.below(3); turn++) result = (chance.pick(mischiefs) ?? flipBits)(result, chance)
  return result
}

function flipBits(bytes: Uint8Array, chance: Chance): Uint8Array {
  const result = bytes.slice()
  for (let turn = 0; turn <= chance.below(4); turn++) {
    const at = chance.below(result.length)
    result[at] = (result[at] ?? 0) ^ (1 << chance.below(8))
  }
  return result
}

function cutOff(bytes: Uint8Array, chance: Chance): Uint8Array {
  return bytes.slice(0, chance.below(bytes.length))
}

/** Where a piece begins and ends, at most a few thousand bytes. */
function piece(bytes: Uint8Array, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + chance.below(3000))]
}

function repeatPiece(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = piece(bytes, chance)
  return joined([bytes.slice(0, to), bytes.slice(from)])
}

function dropPiece(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = piece(bytes, chance)
  return joined([bytes.slice(0, from), bytes.slice(to)])
}

/** Sizes and offsets stand in four bytes; what they become is small, huge or negative. */
function editNumber(bytes: Uint8Array, chance: Chance): Uint8Array {
  const result = bytes.slice()
  const marks = [0x04034b50, 0x02014b50, 0x06054b50]
  const view = new DataView(result.buffer)
  const places = Array.from({ length: Math.max(0, result.length - 3) }, (_, at) => at).filter(at =>
    marks.includes(view.getUint32(at, true)),
  )
  const at = (chance.pick(places) ?? chance.below(result.length)) + chance.below(40)
  if (at + 4 <= result.length) view.setUint32(at, chance.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff, chance.below(1 << 20)]) ?? 0, true)
  return result
}

/** The same mischief inside one part of an archive, which is then packed again with true sums: nothing but its content is wrong. */
function inParts(mischief: (bytes: Uint8Array, chance: Chance) => Uint8Array) {
  return (bytes: Uint8Array, chance: Chance): Uint8Array => {
    const parts = partsOf(bytes)
    if (parts === undefined) return mischief(bytes, chance)
    const name = chance.pick(Object.keys(parts).filter(one => (parts[one]?.length ?? 0) > 0))
    if (name === undefined) return bytes
    return zipSync({ ...parts, [name]: mischief(parts[name] ?? new Uint8Array(), chance) }, { level: 1 })
  }
}

function renamePart(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = partsOf(bytes)
  const name = parts && chance.pick(Object.keys(parts))
  if (parts === undefined || name === undefined) return flipBits(bytes, chance)
  const { [name]: content = new Uint8Array(), ...others } = parts
  const renamed = chance.pick([name.toUpperCase(), `../${name}`, `${name}.bak`, 'toString', `x/${name}`]) ?? name
  return zipSync(Object.assign(Object.create(null) as object, others, Object.fromEntries([[renamed, content]])), { level: 1 })
}

/** Swaps two tags, or two lines where there are none. */
function swapTokens(bytes: Uint8Array, chance: Chance): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const tokens = text.match(/<[^<>]*>|\n|[^<\n]+/gu) ?? []
  const [first, second] = [chance.below(tokens.length), chance.below(tokens.length)]
  const [one, other] = [tokens[first] ?? '', tokens[second] ?? '']
  tokens[first] = other
  tokens[second] = one
  return new TextEncoder().encode(tokens.join(''))
}

function partsOf(bytes: Uint8Array): { readonly [name: string]: Uint8Array } | undefined {
  try {
    return unzipSync(bytes)
  } catch {
    // No archive, or none any more: the mischief is done to its bytes.
    return undefined
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const one of pieces) {
    bytes.set(one, at)
    at += one.length
  }
  return bytes
}
