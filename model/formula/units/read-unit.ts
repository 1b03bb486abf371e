import { isTooLong, over, power, type Rational, rational, times } from '../rational.ts'

/** What units are made of. Counts, %, 分 and plain numbers are none of these, and one dimension together; an area is a length squared. Source: contracts C4.7. */
const bases = ['money', 'time', 'length', 'mass', 'energy'] as const

/** A unit: the power of each base, and how large one of it is in 元, days, metres, kilograms and joules. Several scales where several readings are right, none where the numbers grew beyond use. */
export interface Unit {
  readonly powers: readonly number[]
  readonly scales: readonly Rational[]
}

const none: readonly number[] = bases.map(() => 0)

const hundredth = rational(1n, 100n)

export const plain: Unit = { powers: none, scales: [rational(1n)] }

/** A product of powers of ten can be read in many ways; more than these help nobody. */
const MOST_SCALES = 8

export function unitOf(powers: readonly number[], scales: readonly Rational[]): Unit {
  const distinct = new Map(scales.flatMap(scale => (isTooLong(scale) ? [] : [[`${scale.top}/${scale.bottom}`, scale]])))
  return { powers, scales: [...distinct.values()].slice(0, MOST_SCALES) }
}

const base = (name: (typeof bases)[number], exponent: number, scale: Rational): Unit => ({
  powers: bases.map(one => (one === name ? exponent : 0)),
  scales: [scale],
})

const length = (scale: Rational): Unit => base('length', 1, scale)
const area = (scale: Rational): Unit => base('length', 2, scale)
const mass = (scale: Rational): Unit => base('mass', 1, scale)
const energy = (scale: Rational): Unit => base('energy', 1, scale)
const time = (scale: Rational): Unit => base('time', 1, scale)
const whole = (size: bigint): Rational => rational(size)

/** A score counts points or hundredths, as it likes. One kilogram of standard coal is 29 307.6 kJ: GB/T 2589—2020. Five working days are a week. */
const known: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...(['%', '百分点', '个百分点'] as const).map(name => [name, { powers: none, scales: [hundredth] }] as const),
  ...(['‰', '千分点'] as const).map(name => [name, { powers: none, scales: [rational(1n, 1000n)] }] as const),
  ['分', { powers: none, scales: [rational(1n), hundredth] }],
  ['元', base('money', 1, whole(1n))],
  ['角', base('money', 1, rational(1n, 10n))],
  ['秒', time(rational(1n, 86_400n))],
  ['分钟', time(rational(1n, 1440n))],
  ['小时', time(rational(1n, 24n))],
  ['日', time(whole(1n))],
  ['天', time(whole(1n))],
  ['自然日', time(whole(1n))],
  ['工作日', time(rational(7n, 5n))],
  ['个工作日', time(rational(7n, 5n))],
  ['周', time(whole(7n))],
  ['月', time(rational(365n, 12n))],
  ['个月', time(rational(365n, 12n))],
  ['季度', time(rational(365n, 4n))],
  ['年', time(whole(365n))],
  ['毫米', length(rational(1n, 1000n))],
  ['厘米', length(hundredth)],
  ['米', length(whole(1n))],
  ['m', length(whole(1n))],
  ['里', length(whole(500n))],
  ['公里', length(whole(1000n))],
  ['千米', length(whole(1000n))],
  ['km', length(whole(1000n))],
  ['平方米', area(whole(1n))],
  ['m2', area(whole(1n))],
  ['亩', area(rational(2000n, 3n))],
  ['公顷', area(whole(10_000n))],
  ['平方公里', area(whole(1_000_000n))],
  ['平方千米', area(whole(1_000_000n))],
  ['km2', area(whole(1_000_000n))],
  ['克', mass(rational(1n, 1000n))],
  ['斤', mass(rational(1n, 2n))],
  ['公斤', mass(whole(1n))],
  ['千克', mass(whole(1n))],
  ['kg', mass(whole(1n))],
  ['吨', mass(whole(1000n))],
  ['焦', energy(whole(1n))],
  ['千焦', energy(whole(1000n))],
  ['度', energy(whole(3_600_000n))],
  ['千瓦时', energy(whole(3_600_000n))],
  ['kWh', energy(whole(3_600_000n))],
  ['吨标准煤', energy(whole(29_307_600_000n))],
  ['吨标煤', energy(whole(29_307_600_000n))],
])

/** Longest first, so that 万亿 is not read as 万. */
const prefixes: readonly (readonly [string, bigint])[] = [
  ['万亿', 1_000_000_000_000n],
  ['千万', 10_000_000n],
  ['百万', 1_000_000n],
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['千', 1000n],
  ['百', 100n],
]

/** Reads a unit as people write it: `万元`, `元／人`, `件/月`, `㎡`. What is not known counts something; nothing written is no unit. */
export function readUnit(text: string): Unit | undefined {
  const [first = '', ...divisors] = text.normalize('NFKC').trim().split('/')
  if (text.trim() === '') return undefined
  return divisors.map(product).reduce(divideUnits, product(first))
}

const product = (text: string): Unit => text.split(/[·*×]/u).map(single).reduce(multiplyUnits)

function single(text: string): Unit {
  const name = text.trim()
  const unit = known.get(name)
  if (unit) return unit
  const prefix = prefixes.find(([word]) => name.startsWith(word))
  if (prefix === undefined) return plain
  const { powers, scales } = known.get(name.slice(prefix[0].length)) ?? plain
  return { powers, scales: scales.map(scale => times(scale, rational(prefix[1]))) }
}

export const multiplyUnits = (a: Unit, b: Unit): Unit =>
  unitOf(
    a.powers.map((exponent, at) => exponent + (b.powers[at] ?? 0)),
    a.scales.flatMap(left => b.scales.map(right => times(left, right))),
  )

export const divideUnits = (a: Unit, b: Unit): Unit => multiplyUnits(a, raiseUnit(b, -1))

export const raiseUnit = (unit: Unit, exponent: number): Unit =>
  unitOf(
    unit.powers.map(one => one * exponent),
    unit.scales.flatMap(scale => power(scale, exponent) ?? []),
  )

/** The unit of a number that was multiplied by this one, where that may have changed the unit rather than the size: 100 times a ratio is in %. */
export const rescaled = (unit: Unit, factor: Rational): Unit =>
  unitOf(unit.powers, [...unit.scales, ...unit.scales.flatMap(scale => over(scale, factor) ?? [])])

/** The dimension in words of the program: `money/time`, `length^2`, `plain`. */
export function dimensionOf({ powers }: Unit): string {
  const parts = (sign: 1 | -1): string[] =>
    bases.flatMap((name, at) => {
      const exponent = (powers[at] ?? 0) * sign
      return exponent <= 0 ? [] : [exponent === 1 ? name : `${name}^${exponent}`]
    })
  const [above, below] = [parts(1), parts(-1)]
  return [above.length === 0 ? 'plain' : above.join('*'), ...below].join('/')
}
