import { characterCount } from '#model/base/graphemes.ts'
import type { CodeTable, DataField, DateDigits, ValueType } from '../data-set.ts'

/** The type of a field's column in PostgreSQL. Source: PostgreSQL, chapter 8. */
export function columnType({ type, codes, digits }: Pick<DataField, 'type' | 'codes' | 'digits'>): string {
  if (codes) return varchar(Math.max(lengthOf(type) ?? 0, codeLength(codes)))
  if (digits && type.is !== 'text') return byDigits[digits]
  switch (type.is) {
    case 'text':
      return type.length === undefined ? 'text' : varchar(type.length)
    case 'integer':
      return 'bigint'
    case 'decimal':
      return type.digits === undefined ? 'numeric' : `numeric(${type.digits}, ${type.scale ?? 0})`
    case 'float':
      return 'double precision'
    case 'boolean':
    case 'date':
      return type.is
    case 'timestamp':
      return 'timestamp with time zone'
    case 'binary':
      return 'bytea'
    case 'unknown':
      return 'text'
  }
}

/** A date that is written as digits says by them how much of it there is. */
const byDigits: { readonly [digits in DateDigits]: string } = { YYYYMM: 'char(6)', YYYYMMDD: 'date', YYYYMMDDHHMMSS: 'timestamp(0)' }

const varchar = (length: number): string => `varchar(${length})`

const lengthOf = (type: ValueType): number | undefined => (type.is === 'text' ? type.length : undefined)

/** Characters of the longest code. */
export const codeLength = ({ codes }: CodeTable): number => Math.max(1, ...codes.map(({ code }) => characterCount(code)))
