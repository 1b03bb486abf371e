import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { partnersOf, type StepCard, stepCard } from '../../figures/steps.ts'
import { Link, Ring } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** Beside a step while no element is chosen: how far it is, what is missing and what it is verified by. */
export function StepSummary({ step }: { readonly step: Step }) {
  const now = useNow()
  const go = useWorkbench(one => one.go)
  const card = stepCard(now, step)
  const missing = (): void => go({ page: 'step', step, tab: 'missing' })
  return (
    <>
      <section>
        <h2>{text('screens/gaps')}</h2>
        <p className="summary-ring">
          <Ring percent={card.percent} leg={card.leg} />
          <span>{text('screens/step-done', { done: card.done, total: card.total })}</span>
        </p>
        {card.gaps.length === 0 && <p className="quiet">{card.next}</p>}
        <ul className="notes">
          {card.gaps.map(gap => (
            <li key={gap.rule}>
              <button type="button" className="note" onClick={missing}>
                <span>
                  {text(`screens/next/${gap.rule}`, { count: gap.elements.length }) ||
                    text('screens/missing-at', { count: gap.elements.length })}
                  <span className="found-todo">{gap.todo}</span>
                  <span className="found-why">{gap.why}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('screens/verified')}</h2>
        <ul className="targets">
          {partnersOf(step).map(one => (
            <Partner key={one} card={stepCard(now, one)} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Partner({ card }: { readonly card: StepCard }) {
  const go = useWorkbench(one => one.go)
  return (
    <li>
      <Link className="accent" onClick={() => go({ page: 'step', step: card.step, tab: 'all' })}>
        {text('screens/card-partner', { number: card.number, title: card.title })}
      </Link>
      <span className="quiet num"> {text(`screens/counted/${card.step}`, { count: card.count, done: card.done, total: card.total })}</span>
    </li>
  )
}
