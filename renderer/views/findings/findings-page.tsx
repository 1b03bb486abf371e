import { text } from '#words/index.ts'
import { findingCounts, findingTotal, severities } from '../../figures/found.ts'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { FindingList } from '../finding-list.tsx'
import { PageHead } from '../page-head.tsx'

/** Everything that was found, or what there is of one severity. */
export function FindingsPage({ severity }: { readonly severity: string }) {
  const now = useNow()
  const go = useWorkbench(one => one.go)
  const counts = findingCounts(now)
  const choices = ['all', ...severities] as const
  return (
    <>
      <PageHead title={text('screens/findings')} sub={text('screens/findings-sub')} />
      <fieldset className="tabs">
        <legend className="unseen">{text('screens/findings')}</legend>
        {choices.map(one => (
          <button
            key={one}
            type="button"
            className="tab"
            aria-pressed={one === severity}
            onClick={() => go({ page: 'findings', severity: one })}
          >
            {one === 'all' ? text('screens/all') : text(`screens/severity/${one}`)}
            <span className="num">{one === 'all' ? findingTotal(now) : counts[one]}</span>
          </button>
        ))}
      </fieldset>
      <div className="scroll panel">
        <FindingList wanted={severity === 'all' ? {} : { severity }} />
      </div>
    </>
  )
}
