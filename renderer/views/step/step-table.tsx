import { useMemo, useState } from 'react'
import type { Step } from '#model/schema/define-kind.ts'
import { kindOf } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import { type Column, columnsOf, type Row, rowsOf, unfolded } from '../../figures/rows.ts'
import { kindOfStep } from '../../figures/steps.ts'
import { percentOf } from '../../figures/texts.ts'
import { Bar } from '../../kit/figures.tsx'
import { ChevronIcon } from '../../kit/icons.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { codeTrack, Scroller, type Track } from '../scroller.tsx'

/** The elements of a step as a tree with their key fields. */
export function StepTable({ step }: { readonly step: Step }) {
  const now = useNow()
  const columns = useMemo(() => columnsOf(step, now), [step, now])
  const rows = useMemo(() => rowsOf(step, now), [step, now])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => unfolded(rows, folded), [rows, folded])
  if (rows.length === 0) return <EmptyStep step={step} />
  const shows: Shows = {
    codes: rows.some(one => one.code !== ''),
    readiness: rows.some(one => one.ready !== undefined),
    tree: rows.some(one => one.hasChildren),
  }
  const fold = (id: string): void => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  return (
    <Scroller
      count={shown.length}
      label={text(`step/${step}`)}
      tracks={tracksOf(columns, rows, shows)}
      row={index => {
        const row = shown[index]
        if (row === undefined) return null
        return <StepRow key={row.id} row={row} index={index} shows={shows} fold={fold} isFolded={folded.has(row.id)} />
      }}
    />
  )
}

const rooms = { narrow: 'minmax(76px, 0.5fr)', usual: 'minmax(72px, 0.8fr)', wide: 'minmax(88px, 1.3fr)' } as const

const tracksOf = (columns: readonly Column[], rows: readonly Row[], shows: Shows): readonly Track[] => [
  { label: text('screens/name'), track: 'minmax(230px, 2.2fr)' },
  ...(shows.codes ? [{ label: text('screens/code'), track: codeTrack(rows.map(one => one.code)) }] : []),
  ...columns.map(({ label, room }) => ({ label, track: rooms[room] })),
  ...(shows.readiness ? [{ label: text('screens/ready'), track: '108px' }] : []),
  { label: text('screens/checks'), track: '60px' },
]

/** What a table has to show besides names and fields. */
interface Shows {
  readonly codes: boolean
  readonly readiness: boolean
  readonly tree: boolean
}

interface RowProps {
  readonly row: Row
  readonly index: number
  readonly shows: Shows
  readonly isFolded: boolean
  readonly fold: (id: string) => void
}

function StepRow({ row, index, shows, isFolded, fold }: RowProps) {
  const select = useWorkbench(one => one.select)
  const isSelected = useWorkbench(one => one.place.selected === row.id)
  return (
    <tr className={row.isGroup ? 'row group' : 'row'} aria-rowindex={index + 2} aria-current={isSelected}>
      <td className="cell tree" style={{ paddingInlineStart: 8 + row.depth * 16 }}>
        {shows.tree && <Fold row={row} isFolded={isFolded} fold={fold} />}
        <button type="button" className="link row-link" title={row.name} onClick={() => select(row.id)}>
          {row.name || text('screens/nameless')}
        </button>
      </td>
      {shows.codes && (
        <td className="cell code" title={row.code}>
          {row.code}
        </td>
      )}
      {row.cells.map(({ field, value }) => (
        <td key={field} className="cell" title={value}>
          {value}
        </td>
      ))}
      {shows.readiness && <ReadyCell row={row} />}
      <td className="cell">
        {row.errors > 0 && <Badge row={row} severity="error" count={row.errors} />}
        {row.warnings > 0 && <Badge row={row} severity="warning" count={row.warnings} />}
      </td>
    </tr>
  )
}

function Fold({ row, isFolded, fold }: Pick<RowProps, 'row' | 'isFolded' | 'fold'>) {
  if (!row.hasChildren) return <span className="fold" />
  return (
    <button
      type="button"
      className={isFolded ? 'fold folded' : 'fold'}
      aria-expanded={!isFolded}
      aria-label={text(isFolded ? 'screens/unfold' : 'screens/fold', { name: row.name })}
      onClick={() => fold(row.id)}
    >
      <ChevronIcon />
    </button>
  )
}

function ReadyCell({ row: { ready, id } }: { readonly row: Row }) {
  const go = useWorkbench(one => one.go)
  if (ready === undefined) return <td className="cell quiet">–</td>
  return (
    <td className="cell ready-cell">
      <Bar percent={ready.ready ? 100 : (percentOf(ready.done, ready.total) ?? 0)} leg="right" />
      <button type="button" className="link num" title={text('screens/why-not')} onClick={() => go({ page: 'ready', element: id }, id)}>
        {text('screens/ready-of', { done: ready.done, total: ready.total })}
      </button>
    </td>
  )
}

interface BadgeProps {
  readonly row: Row
  readonly severity: 'error' | 'warning'
  readonly count: number
}

function Badge({ row, severity, count }: BadgeProps) {
  const select = useWorkbench(one => one.select)
  const label = text(severity === 'error' ? 'screens/errors' : 'screens/warnings', { count })
  return (
    <button type="button" className={`badge ${severity}`} title={label} aria-label={`${row.name} ${label}`} onClick={() => select(row.id)}>
      {count}
    </button>
  )
}

function EmptyStep({ step }: { readonly step: Step }) {
  const kind = kindOf(kindOfStep[step])
  return <p className="empty">{text('screens/empty-step', { kind: kind?.label, help: kind?.help })}</p>
}
