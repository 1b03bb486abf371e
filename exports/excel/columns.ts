import { cutGraphemes } from '#model/base/graphemes.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import { type Field, ref, text } from '#model/schema/define-field.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/wording.ts'
import { CELL_LIMIT } from '../writing/workbook.ts'
import { writeReference, writeValue } from '#model/wording/write-value.ts'

/** One column of a checklist. */
export interface ChecklistColumn {
  /** Name of the field; `owner` for what the element belongs to. */
  readonly field: string
  readonly declared: Field
  /** `*` in front of required fields, as users of such forms expect. */
  readonly title: string
  readonly read: (element: Element, wording: Wording) => string
}

/** Columns of a kind: code and name, what it belongs to, then every declared field in its order, then the common ones. */
export function columnsOf(kind: Kind): readonly ChecklistColumn[] {
  const identity = [
    column('code', text('编码', { help: '可见编码；留空由软件编，改编码不影响关联' })),
    column('name', text(`${kind.label}名称`, { help: kind.help, required: true })),
  ]
  const parents = kind.parents ?? []
  const owner =
    parents.length === 0
      ? []
      : [
          ownerColumn(
            ref('所属上级', parents, { help: '写名称或名称（编码）；每一行都要写', ...(kind.needsOwner ? { required: true } : {}) }),
          ),
        ]
  const own = Object.entries(kind.fields).filter(([, field]) => field.type !== 'settings')
  return [
    ...identity,
    ...owner,
    ...own.map(([name, field]) => column(name, field)),
    ...Object.entries(commonFields).map(([name, field]) => column(name, field)),
  ]
}

const titled = (declared: Field): string =>
  `${declared.required ? '*' : ''}${declared.label}${declared.unit === undefined ? '' : `（${declared.unit}）`}`

function column(field: string, declared: Field): ChecklistColumn {
  return { field, declared, title: titled(declared), read: (element, wording) => writeValue(declared, element[field], wording) }
}

function ownerColumn(declared: Field): ChecklistColumn {
  return {
    field: 'owner',
    declared,
    title: titled(declared),
    read: ({ owner }, wording) => (owner === undefined ? '' : writeReference(owner, wording, declared.refersTo)),
  }
}

/** What a cell of the column says of an element: as much of it as a cell can hold. */
export const cellText = (column: ChecklistColumn, element: Element, wording: Wording): string =>
  cutGraphemes(column.read(element, wording), CELL_LIMIT)

/** Width of a column in characters, from its type and title; full-width characters count two. */
export function widthOf({ declared, title, field }: ChecklistColumn): number {
  const least = Math.min(24, 2 * title.length + 2)
  if (field === 'name') return 32
  if (field === 'code') return 20
  if (field === 'owner') return 30
  switch (declared.type) {
    case 'longText':
    case 'formula':
    case 'lines':
      return 40
    case 'refs':
    case 'refList':
    case 'texts':
      return Math.max(least, 30)
    case 'ref':
      return Math.max(least, 24)
    case 'text':
    case 'choices':
      return Math.max(least, 18)
    default:
      return Math.max(least, 12)
  }
}

/** What a person reads when pointing at a header: what to write, how several values are separated, where it comes from. */
export function commentOf({ declared, title }: ChecklistColumn): string {
  const lines = [title.replace('*', '【必填】'), declared.help ?? '']
  if (declared.type === 'choices' || declared.type === 'refs' || declared.type === 'texts') lines.push('可填多个，用“；”分隔')
  if (declared.type === 'refList') lines.push('按顺序填写，用“；”分隔')
  if (declared.type === 'date') lines.push('日期写作 2026-12-31')
  if (declared.type === 'duration') lines.push('如 5工作日、30日、2小时')
  if (declared.source) lines.push(`出处：${declared.source}`)
  return lines.filter(line => line !== '').join('\n')
}
