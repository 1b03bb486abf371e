import { type ReactNode, useState } from 'react'
import { useSize } from '../kit/use-size.ts'
import { windowOf } from '../kit/window-of.ts'

/** Height of a row, in CSS pixels; the style sheet says the same. */
const ROW_HEIGHT = 30

/** A column: its heading, and the track of its grid. */
export interface Track {
  readonly label: string
  readonly track: string
}

interface Props {
  readonly count: number
  readonly label: string
  readonly tracks: readonly Track[]
  readonly row: (index: number) => ReactNode
}

/** A table that draws only the rows on screen. */
export function Scroller({ count, label, tracks, row }: Props) {
  const [place, { height }] = useSize({ width: 0, height: 600 })
  const [scrolled, setScrolled] = useState(0)
  const { from, to } = windowOf(count, ROW_HEIGHT, scrolled, height)
  const rows: ReactNode[] = []
  for (let index = from; index < to; index++) rows.push(row(index))
  const gridTemplateColumns = tracks.map(one => one.track).join(' ')
  return (
    <div ref={place} className="scroll panel" onScroll={event => setScrolled(event.currentTarget.scrollTop)}>
      <table aria-label={label} aria-rowcount={count + 1} className="table" style={{ gridTemplateColumns }}>
        <thead>
          <tr className="row head" aria-rowindex={1}>
            {tracks.map(one => (
              <th scope="col" key={one.label} className="cell">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={from} />
          {rows}
          <Spacer rows={count - to} />
        </tbody>
      </table>
    </div>
  )
}

/** In place of rows that are not on screen. */
const Spacer = ({ rows }: { readonly rows: number }) =>
  rows > 0 && (
    <tr className="spacer" aria-hidden="true" style={{ blockSize: rows * ROW_HEIGHT }}>
      <td>{'\u00A0'}</td>
    </tr>
  )

const LETTER_WIDTH = 7.4
const WIDEST_CODE = 150

/** The track of a column of codes: as wide as the longest. */
export function codeTrack(codes: readonly string[]): string {
  const longest = codes.reduce((most, code) => Math.max(most, code.length), 4)
  return `${Math.min(WIDEST_CODE, Math.ceil(longest * LETTER_WIDTH) + 18)}px`
}
