import { text } from '#words/index.ts'
import { findingCounts, findings, severities } from '../../figures/found.ts'
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
  const total = severities.reduce((sum, one) => sum + counts[one], 0)
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
            <span className="num">{one === 'all' ? total : counts[one]}</span>
          </button>
        ))}
      </fieldset>
      <div className="scroll panel">
        <FindingList found={findings(now).filter(one => severity === 'all' || one.severity === severity)} />
      </div>
    </>
  )
}
