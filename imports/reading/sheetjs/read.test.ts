import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { readTable } from '../read-table.ts'

function written(type: 'xls' | 'xlsb' | 'biff5', rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), 'Sheet1')
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

function textsOf(name: string, bytes: Uint8Array): unknown {
  const book = readTable(name, bytes)
  return book.ok
    ? book.value.sheets.map(sheet => sheet.rows.map(row => Array.from(row.cells.values(), cell => `${cell.type} ${cell.text}`)))
    : book.error.code
}

describe('xls and xlsb', () => {
  test.each(['xls', 'xlsb'] as const)('%s: texts, numbers, dates, flags', type => {
    const bytes = written(type, [
      ['事项', 201_312_142, 0.1 + 0.2, true],
      [{ t: 'n', v: 44_197, z: 'yyyy-mm-dd' }, null, '=甲'],
    ])
    expect(textsOf(`a.${type}`, bytes)).toStrictEqual([
      [
        ['text 事项', 'number 201312142', 'number 0.3', 'boolean TRUE'],
        ['date 2021-01-01', 'text =甲'],
      ],
    ])
  })

  test('Chinese in a workbook of before Unicode is read by its code page', () => {
    const plain = written('biff5', [['ABCD', 'plain']])
    expect(textsOf('a.xls', plain)).toStrictEqual([[['text ABCD', 'text plain']]])
    const bytes = plain.slice()
    // 事项 in code page 936, and the record that names the page.
    const at = bytes.findIndex((_, from) => [0x41, 0x42, 0x43, 0x44].every((byte, index) => bytes[from + index] === byte))
    bytes.set([0xca, 0xc2, 0xcf, 0xee], at)
    const page = bytes.findIndex(
      (_, from) => bytes[from] === 0x42 && bytes[from + 1] === 0 && bytes[from + 2] === 2 && bytes[from + 3] === 0,
    )
    bytes.set([0xa8, 0x03], page + 4)
    expect(textsOf('a.xls', bytes)).toStrictEqual([[['text 事项', 'text plain']]])
  })

  test('[I8] 150 damaged files are read or refused with a code; none throws or hangs', () => {
    const originals = (['xls', 'xlsb', 'biff5'] as const).map(type =>
      written(
        type,
        Array.from({ length: 60 }, (_, row) => [`事项${row}`, row, row / 7]),
      ),
    )
    const outcomes = new Map<string, number>()
    let slowest = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (original, changes) => {
          const mutant = original.slice()
          for (const [at, byte] of changes) mutant[at % mutant.length] = byte
          const started = performance.now()
          const result = readTable('a.xls', mutant)
          slowest = Math.max(slowest, performance.now() - started)
          const outcome = result.ok ? 'read' : result.error.code
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        },
      ),
      { numRuns: 150, seed: 7 },
    )
    console.log(
      `[I8] damaged binary workbooks: ${Array.from(outcomes, ([code, count]) => `${code} ${count}`).join(', ')}; slowest ${Math.round(slowest)} ms`,
    )
    expect(slowest).toBeLessThan(5000)
  })
})
