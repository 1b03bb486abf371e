import type { Wording } from '#model/wording/index.ts'
import { codeLength, columnType } from '../data-sets/values/column-type.ts'
import type { CodeTable, DataField, DataSet } from '../data-sets/data-set.ts'
import { dataSetNotes, fieldNotes } from '../data-sets/describe.ts'
import { identifier, literal, remark } from './sql-text.ts'

export interface Tables {
  readonly dataSets: readonly DataSet[]
  readonly codeTables: readonly CodeTable[]
  /** Lines that say what this is, for the head of the file. */
  readonly head: readonly string[]
}

/** The tables of a bundle for PostgreSQL: code tables with their values, a table per resource, every name in a comment. */
export function ddl({ dataSets, codeTables, head }: Tables, wording: Wording): string {
  const parts = [
    head.map(remark).join('\n'),
    'BEGIN;',
    ...codeTables.map(codeTable),
    ...dataSets.filter(({ fields }) => fields.length > 0).map(one => table(one, wording)),
    'COMMIT;',
  ]
  return `${parts.join('\n\n')}\n`
}

function codeTable(one: CodeTable): string {
  const name = identifier(one.name.sql)
  const rows = one.codes.map(({ code, label, note }, at) =>
    [literal(code), literal(label), String(at + 1), note === undefined ? 'NULL' : literal(note)].join(', '),
  )
  return [
    `CREATE TABLE ${name} (`,
    `  "code" varchar(${codeLength(one)}) PRIMARY KEY,`,
    '  "label" text NOT NULL,',
    '  "sort" integer NOT NULL,',
    '  "note" text',
    ');',
    `COMMENT ON TABLE ${name} IS ${literal(one.title)};`,
    `INSERT INTO ${name} ("code", "label", "sort", "note") VALUES\n${rows.map(row => `  (${row})`).join(',\n')};`,
  ].join('\n')
}

function table(dataSet: DataSet, wording: Wording): string {
  const { fields, element } = dataSet
  const name = identifier(dataSet.name.sql)
  const keys = fields.filter(field => field.isKey).map(field => identifier(field.name.sql))
  const lines = [...fields.map(column), ...(keys.length > 0 ? [`  PRIMARY KEY (${keys.join(', ')})`] : [])]
  return [
    `CREATE TABLE ${name} (\n${lines.join(',\n')}\n);`,
    comment(`TABLE ${name}`, element.name, dataSetNotes(dataSet, wording)),
    ...fields.map(field => comment(`COLUMN ${name}.${identifier(field.name.sql)}`, field.element.name, fieldNotes(field, wording))),
  ].join('\n')
}

function column(field: DataField): string {
  const reference = field.codes ? ` REFERENCES ${identifier(field.codes.name.sql)} ("code")` : ''
  return `  ${identifier(field.name.sql)} ${columnType(field)}${field.isRequired ? ' NOT NULL' : ''}${reference}`
}

/** The name as people know it stands first, by itself in a line, so that tools can show it as the label of the column. */
const comment = (what: string, name: string, notes: string): string =>
  `COMMENT ON ${what} IS ${literal(notes === '' ? name : `${name}\n${notes}`)};`
