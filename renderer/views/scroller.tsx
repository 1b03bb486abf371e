import { type ReactNode, useState } from 'react'
import { useSize } from '../kit/use-size.ts'
import { windowOf } from '../kit/window-of.ts'

/** Height of a row, in CSS pixels; the style sheet says the same. */
export const ROW_HEIGHT = 30

interface Props {
  readonly count: number
  readonly head: ReactNode
  readonly label: string
  readonly columns: string
  readonly columnCount: number
  readonly row: (index: number) => ReactNode
}

/** A table that draws only the rows on screen. `columns` are the tracks of its grid. */
export function Scroller({ count, head, label, columns, columnCount, row }: Props) {
  const [place, { height }] = useSize({ width: 0, height: 600 })
  const [scrolled, setScrolled] = useState(0)
  const { from, to } = windowOf(count, ROW_HEIGHT, scrolled, height)
  const rows: ReactNode[] = []
  for (let index = from; index < to; index++) rows.push(row(index))
  return (
    <div ref={place} className="scroll panel" onScroll={event => setScrolled(event.currentTarget.scrollTop)}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columnCount}
        className="table"
        style={{ gridTemplateColumns: columns }}
      >
        {head}
        <div role="presentation" className="spacer" style={{ blockSize: from * ROW_HEIGHT }} />
        {rows}
        <div role="presentation" className="spacer" style={{ blockSize: (count - to) * ROW_HEIGHT }} />
      </div>
    </div>
  )
}

/** The headings of a table. */
export const TableHead = ({ labels }: { readonly labels: readonly string[] }) => (
  <div role="row" className="row head" aria-rowindex={1}>
    {labels.map(label => (
      <div role="columnheader" key={label} className="cell">
        {label}
      </div>
    ))}
  </div>
)
