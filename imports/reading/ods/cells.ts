import { numberText } from '../cells/number-text.ts'
import { isoText } from '../cells/serial-date.ts'
import type { AttributeReader } from '../safe-xml.ts'
import type { Cell } from '../workbook.ts'

/** A cell element and the text inside it. Source: OpenDocument 1.3 part 3, 9.1.4. */
export interface OdsCell {
  readonly valueType: string
  /** The typed value; undefined when only the text says it. */
  readonly value: string | undefined
  readonly isError: boolean
  readonly hasFormula: boolean
  readonly repeats: number
  readonly spanRows: number
  readonly spanColumns: number
  /** Paragraphs so far. */
  readonly paragraphs: string[]
  link: string
}

/** A repetition or span; at least one. */
export function countIn(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

export function openCell(attribute: AttributeReader): OdsCell {
  const valueType = attribute('office:value-type') ?? attribute('value-type') ?? ''
  const typed = { boolean: 'boolean-value', date: 'date-value', time: 'time-value', string: 'string-value' }[valueType] ?? 'value'
  return {
    valueType,
    value: attribute(typed),
    isError: attribute('calcext:value-type') === 'error',
    hasFormula: attribute('formula') !== undefined,
    repeats: countIn(attribute('number-columns-repeated')),
    spanRows: countIn(attribute('number-rows-spanned')),
    spanColumns: countIn(attribute('number-columns-spanned')),
    paragraphs: [],
    link: '',
  }
}

/** The cell, or undefined when it shows nothing. */
export function closeCell({ valueType, value, isError, hasFormula, paragraphs, link }: OdsCell): Cell | undefined {
  const shown = paragraphs.join('\n')
  const cell = isError ? ({ text: shown, type: 'error' } as const) : typedCell(valueType, value, shown)
  if (cell === undefined || cell.text === '') return undefined
  return { ...cell, ...(hasFormula ? { formula: true } : {}), ...(link === '' ? {} : { link }) }
}

function typedCell(valueType: string, value: string | undefined, shown: string): Cell | undefined {
  const text: Cell = { text: value ?? shown, type: 'text' }
  switch (valueType) {
    case 'float':
    case 'percentage':
    case 'currency':
      return typed('number', numberText(value ?? '')) ?? text
    case 'date':
      return typed('date', isoText(value ?? '')) ?? text
    case 'time':
      return typed('date', durationText(value ?? '')) ?? text
    case 'boolean':
      return { text: value === 'true' ? 'TRUE' : 'FALSE', type: 'boolean' }
    default:
      return text
  }
}

const typed = (type: Cell['type'], text: string | undefined): Cell | undefined => (text === undefined ? undefined : { text, type })

/** `PT10H30M05S` as `10:30:05`. Source: W3C XML Schema part 2, 3.2.6. */
function durationText(written: string): string | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/u.exec(written)
  return match ? [match[1], match[2], match[3]].map(part => (part ?? '0').padStart(2, '0')).join(':') : undefined
}
