const aggregates = { COUNT: '计数', COUNT_DISTINCT: '去重计数', SUM: '求和', AVG: '平均', MAX: '最大', MIN: '最小' }

/** Filters that say in words what no expression of the language can. */
const inWords = [
  [/^(dr-\d+) <= (dr-\d+) 期末后规定日数$/, ([, a, b], name) => `说明("不晚于期末后规定日数", ${name(a)}, ${name(b)})`],
  [/^(dr-\d+) (不晚于.*)$/, ([, a, words], name) => `说明("${words}", ${name(a)})`],
]

function filterText(filter, name) {
  for (const [pattern, write] of inWords) {
    const match = pattern.exec(filter)
    if (match) return write(match, name)
  }
  return filter
    .replace(
      / in \(([^)]*)\)/,
      (_, list) =>
        ` 属于(${list
          .split(',')
          .map(one => one.trim())
          .join(', ')})`,
    )
    .replace(/dr-\d+/g, name)
}

/** An operand in the language of indicators, with names written by the caller. */
function operandText(operand, name) {
  if (operand.indicatorId) return name(operand.indicatorId)
  const condition = operand.filter ? ` 其中 ${filterText(operand.filter, name)}` : ''
  return `${aggregates[operand.aggregate]}(${name(operand.dataRequirementId)}${condition})`
}

/** The stored formula, its references and samples keyed by the call's tree, from symbols and operands. */
export function convertFormula(indicator, nameOf) {
  const bySymbol = new Map(indicator.operands.map(operand => [operand.symbol, operand]))
  const text = indicator.formula
    .replace(/\s*([*/+])\s*/g, ' $1 ')
    .replace(/\b[a-z]\b/g, symbol => operandText(bySymbol.get(symbol), nameOf))
  const refs = new Map()
  for (const operand of indicator.operands) {
    if (operand.indicatorId) refs.set(nameOf(operand.indicatorId), operand.indicatorId)
    else refs.set(nameOf(operand.dataRequirementId), operand.dataRequirementId)
    for (const [id] of (operand.filter ?? '').matchAll(/dr-\d+/g)) refs.set(nameOf(id), id)
  }
  const samples = indicator.operands.flatMap(operand =>
    operand.indicatorId
      ? []
      : [{ call: operandText(operand, id => `[#${id}]`), offset: 0, value: String(operand.sample), description: operand.description }],
  )
  return { formula: { text, refs: Array.from(refs, ([name, id]) => ({ name, id })) }, ...(samples.length > 0 ? { samples } : {}) }
}
