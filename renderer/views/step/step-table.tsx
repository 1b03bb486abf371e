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
import { Scroller, TableHead } from '../scroller.tsx'

/** The elements of a step as a tree with their key fields. */
export function StepTable({ step }: { readonly step: Step }) {
  const now = useNow()
  const columns = useMemo(() => columnsOf(step, now), [step, now])
  const rows = useMemo(() => rowsOf(step, now), [step, now])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => unfolded(rows, folded), [rows, folded])
  if (rows.length === 0) return <EmptyStep step={step} />
  const hasReadiness = rows.some(one => one.ready !== undefined)
  const hasCodes = rows.some(one => one.code !== '')
  const fold = (id: string): void => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  return (
    <Scroller
      count={shown.length}
      label={text(`step/${step}`)}
      columns={tracksOf(columns, hasCodes, hasReadiness)}
      columnCount={columns.length + 2 + Number(hasCodes) + Number(hasReadiness)}
      head={<TableHead labels={labelsOf(columns, hasCodes, hasReadiness)} />}
      row={index => {
        const row = shown[index]
        if (row === undefined) return null
        return <StepRow key={row.id} {...{ row, index, hasReadiness, hasCodes, fold }} isFolded={folded.has(row.id)} />
      }}
    />
  )
}

const labelsOf = (columns: readonly Column[], hasCodes: boolean, hasReadiness: boolean): readonly string[] => [
  text('screens/name'),
  ...(hasCodes ? [text('screens/code')] : []),
  ...columns.map(one => one.label),
  ...(hasReadiness ? [text('screens/ready')] : []),
  text('screens/checks'),
]

const tracksOf = (columns: readonly Column[], hasCodes: boolean, hasReadiness: boolean): string =>
  [
    'minmax(230px, 2.2fr)',
    ...(hasCodes ? ['minmax(90px, 160px)'] : []),
    ...columns.map(() => 'minmax(72px, 1fr)'),
    ...(hasReadiness ? ['104px'] : []),
    '60px',
  ].join(' ')

interface RowProps {
  readonly row: Row
  readonly index: number
  readonly hasCodes: boolean
  readonly hasReadiness: boolean
  readonly isFolded: boolean
  readonly fold: (id: string) => void
}

function StepRow({ row, index, hasCodes, hasReadiness, isFolded, fold }: RowProps) {
  const select = useWorkbench(one => one.select)
  const isSelected = useWorkbench(one => one.place.selected === row.id)
  return (
    <div role="row" className={row.isGroup ? 'row group' : 'row'} aria-rowindex={index + 2} aria-current={isSelected}>
      <div role="cell" className="cell tree" style={{ paddingInlineStart: 8 + row.depth * 16 }}>
        {row.hasChildren ? (
          <button
            type="button"
            className={isFolded ? 'fold folded' : 'fold'}
            aria-expanded={!isFolded}
            aria-label={text(isFolded ? 'screens/unfold' : 'screens/fold', { name: row.name })}
            onClick={() => fold(row.id)}
          >
            <ChevronIcon />
          </button>
        ) : (
          <span className="fold" />
        )}
        <button type="button" className="link row-link" title={row.name} onClick={() => select(row.id)}>
          {row.name || text('screens/nameless')}
        </button>
      </div>
      {hasCodes && (
        <div role="cell" className="cell code" title={row.code}>
          {row.code}
        </div>
      )}
      {row.cells.map((cell, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the columns of a table are its places
        <div role="cell" key={at} className="cell" title={cell}>
          {cell}
        </div>
      ))}
      {hasReadiness && <ReadyCell row={row} />}
      <div role="cell" className="cell">
        {row.errors > 0 && <Badge row={row} severity="error" count={row.errors} />}
        {row.warnings > 0 && <Badge row={row} severity="warning" count={row.warnings} />}
      </div>
    </div>
  )
}

function ReadyCell({ row: { ready, id } }: { readonly row: Row }) {
  const go = useWorkbench(one => one.go)
  if (ready === undefined) return <div role="cell" className="cell" />
  return (
    <div role="cell" className="cell ready-cell">
      <Bar percent={ready.ready ? 100 : (percentOf(ready.done, ready.total) ?? 0)} leg="right" />
      <button type="button" className="link num" title={text('screens/why-not')} onClick={() => go({ page: 'ready', element: id }, id)}>
        {text('screens/ready-of', { done: ready.done, total: ready.total })}
      </button>
    </div>
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
