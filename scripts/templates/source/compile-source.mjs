import { order, tidy } from '../stored.mjs'
import { Cast, fill, tablesOf } from './elements-of.mjs'
import { chain, links, ofItems, requirement, resources, service } from './derived.mjs'
import { formulaOf } from './formulas.mjs'

/** What is said of the plan itself, in every template that rests on it. */
const plan = {
  name: '浙江省数字化改革总体方案',
  anchor: '2021-03-22 网络转载的全文',
  note: '条文由繁体转换件转回简体，四处乱码已经恢复，半角标点改为全角；引用时请与正式文件核对',
}

const withBases = new Set(['coreBusiness', 'item', 'step'])
const FROM_ITEMS = '＝事项'

/** Elements of a template from its source: tables by kind, chains, and clauses of the plan. `clauses` gives their titles and texts. */
export function compileSource(id, source, clauses) {
  const cast = new Cast()
  cite(source.clauses ?? [], clauses, cast)
  const tables = tablesOf(source)
  const rows = tables.flatMap(([table, records]) => {
    const kind = table === 'chain' ? 'flow' : table
    return records.map(record => ({ table, record, element: cast.add(kind, record, record.content) }))
  })
  const of = table => rows.filter(row => row.table === table)
  for (const { element, record } of rows) {
    const known = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== FROM_ITEMS))
    fill(element, known, cast)
    if (record.planClause) rest(element, record.planClause, cast)
  }
  for (const row of of('chain')) chain(row, cast)
  links(of('step'), cast)
  for (const row of of('resource')) service(row, cast)
  const consumer = consumerIn(cast)
  for (const row of of('dataItem')) requirement(row, cast, consumer)
  resources(cast)
  for (const { element, record } of of('indicator')) {
    if (record.formula) Object.assign(element, formulaOf(record.formula, record.samples, cast, record.name))
  }
  for (const { element } of of('collaboration')) element.name = element.content
  for (const { element, record } of of('scene')) {
    const derived = Object.keys(record).filter(column => record[column] === FROM_ITEMS)
    ofItems(element, derived, cast)
  }
  place(cast)
  const document = {
    id: 'document',
    kind: 'document',
    ...source.document,
    note: source.fromPlan && `来源：${source.source}。${source.fromPlan}`,
    illustrative: source.illustrative || undefined,
    template: id,
  }
  return [document, ...cast.elements].map(tidy)
}

/** The clauses that a template rests on, below the plan. */
function cite(keys, clauses, cast) {
  if (keys.length === 0) return
  const whole = cast.add('basis', plan)
  Object.assign(whole, plan)
  for (const key of keys) {
    const { title, text } = clauses[key] ?? {}
    if (title === undefined) throw new Error(`the plan has no clause ${key}`)
    const basis = cast.add('basis', { key, name: title })
    Object.assign(basis, { owner: whole.id, clause: key, quote: text })
  }
}

/** Says of an element which clause it comes from: as its basis where it may have one, else in words. */
function rest(element, clause, cast) {
  const id = cast.find(['basis'], clause)
  if (withBases.has(element.kind)) element.bases = [id]
  else if (element.kind === 'measure') element.basis = id
  const said = `出处：方案${clause}`
  if (!withBases.has(element.kind)) element.note = element.note ? `${element.note}（${said}）` : said
}

/** Who takes part in sharing: the lead of the one core business, and the target system. */
function consumerIn(cast) {
  const organisation = cast.all('coreBusiness')[0]?.lead
  const system = cast.all('system').find(one => one.target === true)?.id
  return { organisation, system, shortName: organisation && (cast.get(organisation).shortName ?? cast.get(organisation).name) }
}

/** Order keys of siblings, in the order of the source. */
function place(cast) {
  const counts = new Map()
  for (const element of cast.elements) {
    if (element.owner === undefined) continue
    const siblings = `${element.kind} ${element.owner}`
    const at = counts.get(siblings) ?? 0
    counts.set(siblings, at + 1)
    element.order = order(at)
  }
}
