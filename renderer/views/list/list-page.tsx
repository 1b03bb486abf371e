import { text } from '#words/index.ts'
import { listBehind } from '../../figures/lists.ts'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { PageHead } from '../page-head.tsx'
import { Scroller, TableHead } from '../scroller.tsx'

/** The list behind a number. */
export function ListPage({ list }: { readonly list: string }) {
  const behind = listBehind(useNow(), list)
  const select = useWorkbench(one => one.select)
  const selected = useWorkbench(one => one.place.selected)
  if (behind === undefined) return <PageHead title={text('screens/list-empty-title')} sub="" />
  const { title, why, lines } = behind
  const labels = [text('screens/code'), text('screens/name'), text('screens/kind'), text('screens/note')]
  return (
    <>
      <PageHead title={title} sub={why}>
        <span className="count">{text('screens/rows', { count: lines.length })}</span>
      </PageHead>
      {lines.length === 0 && <p className="empty">{text('screens/empty-list')}</p>}
      <Scroller
        count={lines.length}
        label={title}
        columns="minmax(90px, 190px) minmax(200px, 2fr) 120px minmax(140px, 1.4fr)"
        columnCount={labels.length}
        head={<TableHead labels={labels} />}
        row={index => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            <div role="row" key={line.element} className="row" aria-rowindex={index + 2} aria-current={line.element === selected}>
              <div role="cell" className="cell code">
                {line.code}
              </div>
              <div role="cell" className="cell">
                <button type="button" className="link row-link" onClick={() => select(line.element)}>
                  {line.name || text('screens/nameless')}
                </button>
              </div>
              <div role="cell" className="cell quiet">
                {line.kind}
              </div>
              <div role="cell" className="cell" title={line.note}>
                {line.note}
              </div>
            </div>
          )
        }}
      />
    </>
  )
}
