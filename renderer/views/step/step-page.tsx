import type { Step } from '#model/schema/define-kind.ts'
import { kindOf } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import { kindOfStep, type StepCard, stepCard } from '../../figures/steps.ts'
import { useNow } from '../../session/use-document.ts'
import { type Tab, tabs } from '../../state/place.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { FindingList } from '../finding-list.tsx'
import { PageHead } from '../page-head.tsx'
import { Gaps } from './gaps.tsx'
import { StepTable } from './step-table.tsx'

/** A step: what it asks, its elements, what is not done, and what was found. */
export function StepPage({ step, tab }: { readonly step: Step; readonly tab: Tab }) {
  const now = useNow()
  const card = stepCard(now, step)
  const source = kindOf(kindOfStep[step])?.source
  return (
    <>
      <PageHead title={card.title} sub={text(`screens/asks/${step}`)}>
        {source !== undefined && <span className="count">{text('screens/source', { source })}</span>}
      </PageHead>
      <Tabs card={card} tab={tab} />
      {tab === 'all' && <StepTable step={step} />}
      {tab === 'missing' && <Gaps card={card} />}
      {tab === 'findings' && (
        <div className="scroll panel">
          <FindingList wanted={{ step }} />
        </div>
      )}
    </>
  )
}

function Tabs({ card, tab }: { readonly card: StepCard; readonly tab: Tab }) {
  const go = useWorkbench(one => one.go)
  const counts: { readonly [one in Tab]: number } = { all: card.count, missing: card.missing, findings: card.found }
  return (
    <fieldset className="tabs">
      <legend className="unseen">{text('screens/tabs')}</legend>
      {tabs.map(one => (
        <button
          key={one}
          type="button"
          className="tab"
          aria-pressed={one === tab}
          onClick={() => go({ page: 'step', step: card.step, tab: one })}
        >
          {text(`screens/tab/${one}`)}
          <span className="num">{counts[one]}</span>
        </button>
      ))}
      <span className="tabs-end num">{text('screens/step-done', { done: card.done, total: card.total })}</span>
    </fieldset>
  )
}
