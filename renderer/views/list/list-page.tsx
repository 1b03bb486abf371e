import { text } from '#words/index.ts'
import { type Behind, type Line, listBehind } from '../../figures/lists.ts'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { PageHead } from '../page-head.tsx'
import { codeTrack, Scroller, type Track } from '../scroller.tsx'

/** The list behind a number. */
export function ListPage({ list }: { readonly list: string }) {
  const behind = listBehind(useNow(), list)
  if (behind === undefined) return <PageHead title={text('screens/list-empty-title')} sub="" />
  const { title, why, lines } = behind
  const withNote = hasNotes(lines)
  const hasKinds = new Set(lines.map(one => one.kind)).size > 1
  return (
    <>
      <PageHead title={title} sub={why}>
        <span className="count">{text('screens/rows', { count: lines.length })}</span>
      </PageHead>
      {lines.length === 0 ? (
        <p className="empty">{text('screens/empty-list')}</p>
      ) : (
        <Scroller
          count={lines.length}
          label={title}
          tracks={tracksOf(behind, hasKinds)}
          row={index => <ListRow key={lines[index]?.element} line={lines[index]} index={index} hasKinds={hasKinds} withNote={withNote} />}
        />
      )}
    </>
  )
}

const tracksOf = ({ codeLabel, noteLabel, lines }: Behind, hasKinds: boolean): readonly Track[] => [
  { label: codeLabel, track: codeTrack(lines.map(one => one.code)) },
  { label: text('screens/name'), track: 'minmax(200px, 2fr)' },
  ...(hasKinds ? [{ label: text('screens/kind'), track: '120px' }] : []),
  ...(hasNotes(lines) ? [{ label: noteLabel, track: 'minmax(160px, 1.6fr)' }] : []),
]

const hasNotes = (lines: readonly Line[]): boolean => lines.some(one => one.note !== '')

interface RowProps {
  readonly line: Line | undefined
  readonly index: number
  readonly hasKinds: boolean
  readonly withNote: boolean
}

function ListRow({ line, index, hasKinds, withNote }: RowProps) {
  const select = useWorkbench(one => one.select)
  const selected = useWorkbench(one => one.place.selected)
  if (line === undefined) return null
  return (
    <tr className="row" aria-rowindex={index + 2} aria-current={line.element === selected}>
      <td className="cell code">{line.code}</td>
      <td className="cell">
        <button type="button" className="link row-link" onClick={() => select(line.element)}>
          {line.name || text('screens/nameless')}
        </button>
      </td>
      {hasKinds && <td className="cell quiet">{line.kind}</td>}
      {withNote && (
        <td className="cell" title={line.note}>
          {line.note}
        </td>
      )}
    </tr>
  )
}
