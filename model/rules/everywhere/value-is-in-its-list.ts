import { codeListOf } from '../../code-lists/index.ts'
import { kindOf } from '../../kinds/index.ts'
import type { View } from '../../method/define-fact.ts'
import { textIn } from '../../method/reading.ts'
import type { Field } from '../../schema/define-field.ts'
import { commonFields } from '../../schema/define-kind.ts'
import type { Duration, Element, Line } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'

/** Choices are values of their list, national or added by the document; others nobody else understands. */
export const valueIsInItsList = defineRule({
  id: 'CHK-T-LIST',
  severity: 'warning',
  step: 'X',
  on: everyKind,
  source: norms.ours,
  looksAt: [['all codeList', 'extends', 'values']],
  *check(element: Element, view) {
    for (const [field, declared] of listFields(element.kind)) {
      const value = element[field]
      // Nearly all choices are of the list; the fast answer comes first.
      if (value === undefined || (declared.type === 'choice' && isKnown(declared.list ?? '', value as string, view))) continue
      const unknown = valuesIn(declared, value).filter(([list, one]) => !isKnown(list, one, view))
      if (unknown.length > 0) yield { field, values: { values: unknown.map(([, one]) => one) } }
    }
  },
})

const fieldsByKind = new Map<string, readonly (readonly [string, Field])[]>()

/** Fields of a kind that hold values of lists, in themselves or in their lines. */
function listFields(kind: string): readonly (readonly [string, Field])[] {
  const known = fieldsByKind.get(kind)
  if (known) return known
  const fields = Object.entries({ ...commonFields, ...kindOf(kind)?.fields }).filter(
    ([, field]) => field.list !== undefined || Object.values(field.columns ?? {}).some(column => column.list !== undefined),
  )
  fieldsByKind.set(kind, fields)
  return fields
}

type Listed = readonly [list: string, value: string]

function valuesIn({ type, list = '', columns }: Field, value: unknown): readonly Listed[] {
  if (value === undefined) return []
  switch (type) {
    case 'choice':
      return [[list, value as string]]
    case 'choices':
      return (value as readonly string[]).map((one): Listed => [list, one])
    case 'duration': {
      const { unit } = value as Duration
      return unit === undefined ? [] : [[list, unit]]
    }
    case 'lines':
      return (value as readonly Line[]).flatMap(line =>
        Object.entries(columns ?? {}).flatMap(([column, declared]) => valuesIn(declared, line[column])),
      )
    default:
      return []
  }
}

const standard = new Map<string, ReadonlySet<string>>()

function isKnown(list: string, value: string, view: View): boolean {
  const values = standard.get(list) ?? new Set(codeListOf(list)?.values.map(one => one.value))
  standard.set(list, values)
  return values.has(value) || added(list, view).includes(value)
}

/** Values that the document adds to a list; a value that is stored like its code may leave it out. */
function added(list: string, { get, lookups }: View): readonly string[] {
  const extending = [...lookups.allOf('codeList')].map(get).filter(element => textIn(element, 'extends') === list)
  return extending
    .flatMap(element => linesOf(element).flatMap(line => [line['value'], line['code']]))
    .filter(value => typeof value === 'string')
}

const linesOf = (element: Element | undefined): readonly Line[] => (element?.['values'] as readonly Line[] | undefined) ?? []
