import { all, create } from 'mathjs'
import { invariant } from '#model/base/invariant.ts'
import { bind, type Environment, evaluate, type Formula, parse, rational } from '#model/formula/index.ts'
import { timed } from '../measure.ts'
import { defineRow, other } from '../row.ts'

const functions = all ?? {}

const FORMULAS = 1_000

/** Weighted sums and rates of data items, as indicators have them. */
const texts: readonly string[] = Array.from({ length: FORMULAS }, (_, index) =>
  index % 2 === 0
    ? `0.35 * d${index} + 0.35 * d${index + 1} + 0.3 * d${index + 2}`
    : `(d${index} - d${index + 1}) / (d${index} + d${index + 2}) * 100`,
)

const treeOf = (text: string): Formula => {
  const { tree } = parse(text)
  invariant(tree !== undefined, text)
  return bind(tree, name => [{ id: name, kind: 'dataItem', name }]).tree
}

const valueOf = (name: string): number => 3 + (Number(/\d+/u.exec(name)?.[0] ?? 0) % 97)

const environment: Environment = {
  sample: call => rational(BigInt(valueOf(call))),
  kindOf: () => 'dataItem',
  indicator: () => ({ missing: [], problems: [] }),
  resourceOf: () => undefined,
  records: () => undefined,
  periodsPerYear: 12,
  period: 1,
}

const scope = Object.fromEntries(Array.from({ length: FORMULAS + 3 }, (_, index) => [`d${index}`, valueOf(`d${index}`)]))

export const formulaParse = defineRow({
  id: 'formula-parse',
  title: '读 1 000 个指标公式并认出每个名称',
  sizes: ['S'],
  async measure() {
    const math = create(functions, {})
    return {
      ours: await timed(() => texts.map(treeOf)),
      peers: [other('mathjs', await timed(() => texts.map(text => math.parse(text))))],
      note: '我们还把名称对到数据项',
    }
  },
})

export const formulaValues = defineRow({
  id: 'formula-values',
  title: '算 1 000 个指标公式的值（精确分数）',
  sizes: ['S'],
  async measure() {
    const trees = texts.map(treeOf)
    const floats = create(functions, {})
    const fractions = create(functions, { number: 'Fraction' })
    const [inFloats, inFractions] = [floats, fractions].map(math => texts.map(text => math.parse(text).compile()))
    const exact = Object.fromEntries(Object.entries(scope).map(([name, value]) => [name, fractions.fraction(value)]))
    const ours = (): unknown => trees.map(tree => evaluate(tree, environment).value)
    const [first] = ours() as readonly ({ readonly top: bigint; readonly bottom: bigint } | undefined)[]
    const theirs = inFloats?.[0]?.evaluate({ ...scope }) as number
    invariant(first !== undefined && Math.abs(Number(first.top) / Number(first.bottom) - theirs) < 1e-9, 'both come to one value')
    return {
      ours: await timed(ours),
      peers: [
        other('mathjs（分数）', await timed(() => inFractions?.map(formula => formula.evaluate(exact)))),
        other('mathjs（浮点）', await timed(() => inFloats?.map(formula => formula.evaluate(scope)))),
      ],
      note: '浮点不精确；同类从编译好的式子算起',
    }
  },
})
