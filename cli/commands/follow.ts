import { coverage as coverageOf } from '#model/method/coverage.ts'
import { impact as impactOf } from '#model/method/impact.ts'
import { trace as traceOf } from '#model/method/trace.ts'
import { text } from '#words/index.ts'
import { kindLabel, titleOf } from '../output/describe.ts'
import { elementOf, type Opened } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { kindNamed } from './list.ts'

/** From anything to anything along both legs. */
export function trace(opened: Opened, written: string): Outcome {
  const element = elementOf(opened, written)
  const { up, down } = traceOf(element.id, opened.view()) ?? { up: [], down: [] }
  const rows = [
    ...[...up].reverse().map(one => ['↑', String(one.hops), kindLabel(one.kind), one.name]),
    ['•', '0', kindLabel(element.kind), titleOf(element)],
    ...down.map(one => ['↓', String(one.hops), kindLabel(one.kind), one.name]),
  ]
  return {
    json: { up, down },
    text: table(
      [{ title: '' }, { title: text('cli/hops'), align: 'right' }, { title: text('cli/kind') }, { title: text('cli/name'), most: 60 }],
      rows,
    ),
  }
}

/** What a change or removal concerns, with counts. */
export function impact(opened: Opened, written: string): Outcome {
  const element = elementOf(opened, written)
  const found = impactOf(element.id, opened.view()) ?? { counts: {}, elements: [] }
  const counts = Object.entries(found.counts).map(([kind, count]) => `${kindLabel(kind)} ${count}`)
  const rows = found.elements.map(one => [
    kindLabel(one.kind),
    one.name,
    one.path
      .slice(0, -1)
      .map(id => opened.get(id)?.name ?? id)
      .join(' → '),
  ])
  return {
    json: found,
    text: [
      text('cli/impact', { name: titleOf(element), counts: counts.join('、') || '—' }),
      table([{ title: text('cli/kind') }, { title: text('cli/name'), most: 44 }, { title: text('cli/path'), most: 70 }], rows),
    ].join('\n'),
  }
}

/** Which elements have what they should, and the holes. */
export function coverage(opened: Opened, options: { readonly rows?: string; readonly columns?: string }): Outcome {
  const rowsKind = options.rows === undefined ? 'item' : kindNamed(options.rows)
  const found = coverageOf(opened.view(), {
    rows: rowsKind,
    today: opened.today,
    ...(options.columns === undefined ? {} : { columns: kindNamed(options.columns) }),
  })
  const filled = new Map<string, number>()
  for (const cell of found.cells) filled.set(`${cell.row} ${cell.column}`, Math.max(1, cell.elements.length))
  const shown = found.columns.slice(0, 12)
  const rows = found.rows.map(row => [
    row.code ?? '',
    row.name,
    ...shown.map(column => (filled.has(`${row.id} ${column.id}`) ? String(filled.get(`${row.id} ${column.id}`)) : '·')),
  ])
  const columns = [
    { title: text('cli/code') },
    { title: kindLabel(rowsKind), most: 40 },
    ...shown.map(column => ({ title: text(`aspect/${column.id}`) || column.name, align: 'right' as const, most: 14 })),
  ]
  return {
    json: found,
    text: `${table(columns, rows)}\n${text('cli/holes', { count: found.holes.filter(hole => hole.justified === undefined).length, justified: found.holes.filter(hole => hole.justified !== undefined).length })}`,
  }
}
