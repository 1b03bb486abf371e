import { compareKey, storable } from '#model/base/text.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue } from '#model/schema/element.ts'
import { readValue } from '#model/wording/read-value.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { Row, Sheet } from '../tabular/workbook.ts'

/** Texts of a row by column, with merged cells filled in from the cell that holds their value. */
export type Texts = ReadonlyMap<number, string>

/** Reads rows with merged ranges filled: a merged group cell counts for each of its rows. */
export function textsReader(sheet: Sheet): (row: Row) => Texts {
  const covered = new Map<number, { readonly column: number; readonly text: string }[]>()
  const byIndex = new Map(sheet.rows.map(row => [row.index, row] as const))
  for (const { top, bottom, left, right } of sheet.merges) {
    const text = byIndex.get(top)?.cells.get(left)?.text.trim() ?? ''
    if (text === '' || bottom - top > 200_000) continue
    for (let row = top + 1; row <= bottom; row++) covered.set(row, [...(covered.get(row) ?? []), { column: left, text }])
    for (let column = left + 1; column <= Math.min(right, left + 200); column++)
      covered.set(top, [...(covered.get(top) ?? []), { column, text }])
  }
  return row => {
    const texts = new Map<number, string>()
    for (const [column, cell] of row.cells) {
      const text = storable(cell.text).trim()
      if (text !== '') texts.set(column, text)
    }
    for (const { column, text } of covered.get(row.index) ?? []) if (!texts.has(column)) texts.set(column, text)
    return texts
  }
}

/** A value of a foreign list; several stacked in one cell are told apart by whatever people use. */
export function readLoosely(
  field: Field,
  text: string,
  wording: Wording,
): { readonly value: FieldValue | undefined; readonly unknown: readonly string[] } {
  const whole = readValue(field, text, wording)
  if (whole.ok) return { value: whole.value, unknown: [] }
  if (field.type !== 'choices' && field.type !== 'refs') return { value: undefined, unknown: [text] }
  const values: string[] = []
  const unknown: string[] = []
  for (const part of text.split(/[；;、,，^/|\s]+/u).filter(one => one !== '')) {
    const read = readValue(field, part, wording)
    if (read.ok && Array.isArray(read.value)) values.push(...(read.value as readonly string[]))
    else unknown.push(part)
  }
  return { value: values.length > 0 ? [...new Set(values)].sort() : undefined, unknown }
}

/** Rows that only say something about the list: one filled cell, or one that begins like a note. */
export function isNote(texts: Texts): boolean {
  const first = texts.values().next().value ?? ''
  return (
    texts.size === 1 ||
    /^(?:注|备注|说明|填表|填报|制表|审核|合计|总计|小计|续表)/u.test(compareKey(first).replaceAll(/[\s:：「」【】]/gu, ''))
  )
}
