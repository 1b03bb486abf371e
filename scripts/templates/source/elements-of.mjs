import { coded, set } from '../stored.mjs'
import { columnOf, idPrefixes, ownerKinds } from './columns.mjs'
import { membersOf, readTable } from './read-table.mjs'

/** Elements being made: by kind, and found by the name, short name or key that a cell writes. */
export class Cast {
  #ids = new Map()
  elements = []

  /** Gives the record an id and makes it findable; its fields come later, when everything has an id. */
  add(kind, record, key) {
    const at = this.elements.filter(one => one.kind === kind).length + 1
    const element = { id: `${idPrefixes[kind]}-${String(at).padStart(2, '0')}`, kind, name: record.name ?? '' }
    this.elements.push(element)
    for (const name of new Set([key, record.key, record.name, record.shortName, record.code])) {
      if (!name) continue
      const known = this.#ids.get(`${kind} ${name}`)
      this.#ids.set(`${kind} ${name}`, known && known !== element.id ? 'several' : element.id)
    }
    return element
  }

  /** The id that a cell means; throws when nothing, or more than one, bears the name. */
  find(kinds, name) {
    for (const kind of kinds) {
      const id = this.#ids.get(`${kind} ${name}`)
      if (id === 'several') throw new Error(`several ${kind} are called ${name}`)
      if (id) return id
    }
    throw new Error(`no ${kinds.join(' or ')} is called ${name}`)
  }

  all = kind => this.elements.filter(one => one.kind === kind)
  get = id => this.elements.find(one => one.id === id)
}

/** Columns that are no field of their element. */
const aside = /^(?:key|owner|next|planClause|samples|formula)$|^(?:requirement|service|sharing)\./

/** Puts the cells of a record into the element they belong to. */
export function fill(element, record, cast) {
  const { kind } = element
  for (const [column, cell] of Object.entries(record)) {
    if (aside.test(column)) continue
    const lines = /^(\w+)\((.+)\)$/.exec(column)
    if (lines) element[lines[1]] = membersOf(cell).map(line => lineOf(lines[1], lines[2].split('/'), line, cast))
    else element[column] = valueOf(cell, columnOf(kind, column), cast)
  }
  if (record.owner) element.owner = cast.find(ownerKinds[kind], record.owner)
}

function lineOf(field, columns, line, cast) {
  const cells = line.split('／')
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = (cells[index] ?? '').trim()
      return cell === '' ? [] : [[column, valueOf(cell, columnOf(field, column), cast, '+')]]
    }),
  )
}

function valueOf(cell, { sort, list, kinds }, cast, parting = '；') {
  const members = () => (parting === '；' ? membersOf(cell) : cell.split(parting))
  switch (sort) {
    case 'number':
      return Number(cell)
    case 'flag':
      return cell === '是'
    case 'duration':
      return durationOf(cell)
    case 'texts':
      return set(members())
    case 'choice':
      return coded(list, cell)
    case 'choices':
      return set(members().map(one => coded(list, one)))
    case 'ref':
      return cast.find(kinds, cell)
    case 'refs':
      return set(members().map(one => cast.find(kinds, one)))
    default:
      return cell
  }
}

const units = { 工作日: 'workday', 日: 'calendarDay', 小时: 'hour', 月: 'month', 分钟: 'minute', 周: 'week', 年: 'year' }

function durationOf(cell) {
  const match = /^(\d+(?:\.\d+)?)(工作日|日|小时|月|分钟|周|年)$/.exec(cell)
  return match ? { value: Number(match[1]), unit: units[match[2]] } : { words: cell }
}

/** Every table of a source, as kind and records. */
export const tablesOf = source => Object.entries(source.tables ?? {}).map(([kind, rows]) => [kind, readTable(rows, kind)])
