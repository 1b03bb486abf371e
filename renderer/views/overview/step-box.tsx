import type { CSSProperties } from 'react'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { partnersOf, type StepCard, stepCard } from '../../figures/steps.ts'
import { Link, Ring } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

interface Props {
  readonly card: StepCard
  readonly style: CSSProperties
  /** What it verifies, or is verified by, is being looked at. */
  readonly isLit: boolean
}

/** A step on the V: name, counts, what to do next, and how much is done. Every number opens the list behind it. */
export function StepBox({ card, style, isLit }: Props) {
  const go = useWorkbench(one => one.go)
  const { step, number, leg, short, title, count, done, total, percent, missing, problems, next } = card
  const counted = text(`screens/counted/${step}`, { count, done, total })
  const isDone = missing === 0 && total > 0
  return (
    <li className={`card ${leg}${isLit ? ' lit' : ''}`} style={style} data-step={step}>
      <h2>
        <Link className="card-title" onClick={() => go({ page: 'step', step, tab: 'all' })}>
          <span className="card-number">{number}</span>
          {short}
        </Link>
      </h2>
      <p className="card-counts">
        <Link onClick={() => go({ page: 'step', step, tab: 'all' })} label={text('screens/card-count', { number, title, counted })}>
          {counted}
        </Link>
        {problems > 0 && (
          <Link
            className="bad"
            onClick={() => go({ page: 'step', step, tab: 'findings' })}
            label={text('screens/card-problems-of', { number, title, count: problems })}
          >
            {text('screens/card-problems', { count: problems })}
          </Link>
        )}
      </p>
      <p className={isDone ? 'card-next done' : 'card-next'} title={text('screens/card-next', { next })}>
        {next}
      </p>
      <Link
        className="card-ring"
        onClick={() => go({ page: 'step', step, tab: 'missing' })}
        label={text(percent === undefined ? 'screens/card-ring-empty' : 'screens/card-ring', { number, title, percent, missing })}
      >
        <Ring percent={percent} leg={leg} />
      </Link>
      <Partners step={step} />
    </li>
  )
}

/** What the dashed lines show, for those who do not see them. */
function Partners({ step }: { readonly step: Step }) {
  const now = useNow()
  const partners = partnersOf(step).map(partner => {
    const { number, title } = stepCard(now, partner)
    return text('screens/card-partner', { number, title })
  })
  return <p className="unseen">{text('screens/card-verifies', { partners })}</p>
}
