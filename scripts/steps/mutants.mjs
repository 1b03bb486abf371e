import { parseSync, Visitor } from 'oxc-parser'

const otherOperator = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

const otherMethod = { some: 'every', every: 'some', filter: 'map', push: 'at', slice: 'at', toSorted: 'slice', min: 'max', max: 'min' }

/** Every bug of the known sorts that can be planted in a file: another operator, a condition turned round, a statement left out. */
export function mutantsOf(path, source) {
  const { program } = parseSync(path, source)
  const mutants = []
  const plant = (node, what, replacement) =>
    mutants.push({
      path,
      line: source.slice(0, node.start).split('\n').length,
      what,
      text: source.slice(node.start, node.end).split('\n')[0].slice(0, 120),
      apply: text => text.slice(0, node.start) + replacement + text.slice(node.end),
    })
  const textOf = node => source.slice(node.start, node.end)
  const binary = node => {
    const other = otherOperator[node.operator]
    if (other === undefined || isText(node.left) || isText(node.right)) return
    const between = source.slice(node.left.end, node.right.start).replace(node.operator, other)
    plant(node, `${node.operator} → ${other}`, `(${textOf(node.left)}${between}${textOf(node.right)})`)
  }
  const turned = ({ test }) => plant(test, 'condition turned round', `!(${textOf(test)})`)
  new Visitor({
    BinaryExpression: binary,
    LogicalExpression: binary,
    IfStatement: turned,
    ConditionalExpression: turned,
    Literal(node) {
      if (typeof node.value === 'boolean') plant(node, `${node.value} → ${!node.value}`, String(!node.value))
      else if (typeof node.value === 'number') plant(node, `${node.raw} → ${node.raw} + 1`, `(${node.raw} + 1)`)
    },
    ExpressionStatement(node) {
      if (node.expression.type !== 'AwaitExpression' && node.directive === undefined) plant(node, 'statement left out', ';')
    },
    ReturnStatement(node) {
      if (node.argument && node.argument.type !== 'Identifier') plant(node, 'returns nothing', 'return undefined')
    },
    MemberExpression(node) {
      const other = node.computed || !Object.hasOwn(otherMethod, node.property.name) ? undefined : otherMethod[node.property.name]
      if (other) plant(node.property, `${node.property.name} → ${other}`, other)
    },
  }).visit(program)
  // Types are no code: a bug there is the compiler's to find.
  return mutants.filter(({ text }) => !/^(?:import|export type|interface)\b/u.test(text))
}

const isText = node => (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'
