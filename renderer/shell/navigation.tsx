import type { ReactNode } from 'react'
import { text } from '#words/index.ts'
import { breakthroughCount } from '../figures/breakthroughs.ts'
import { findingTotal } from '../figures/found.ts'
import { type StepCard, stepCards } from '../figures/steps.ts'
import { CheckIcon, PlanIcon } from '../kit/icons.tsx'
import { useNow } from '../session/use-document.ts'
import type { Page } from '../state/place.ts'
import { useWorkbench } from '../state/workbench.ts'

/** The way to every page: the V, its steps on both legs, and what drives the work on. */
export function Navigation() {
  const now = useNow()
  const cards = stepCards(now)
  return (
    <nav aria-label={text('screens/steps')}>
      <ul>
        <Entry on={{ page: 'overview' }} mark="V" label={text('screens/overview')} />
      </ul>
      <Leg leg="left" cards={cards} />
      <Leg leg="right" cards={cards} />
      <h2>{text('screens/next-group')}</h2>
      <ul>
        <Entry on={{ page: 'list', list: 'plan' }} mark={<PlanIcon />} label={text('screens/plan')} count={breakthroughCount(now)} />
        <Entry on={{ page: 'findings', severity: 'all' }} mark={<CheckIcon />} label={text('screens/findings')} count={findingTotal(now)} />
      </ul>
    </nav>
  )
}

function Leg({ leg, cards }: { readonly leg: 'left' | 'right'; readonly cards: readonly StepCard[] }) {
  return (
    <>
      <h2>
        <span>{text(`screens/leg-${leg}`)}</span>
        <span>{text(`screens/side/${leg}`)}</span>
      </h2>
      <ul>
        {cards
          .filter(card => card.leg === leg)
          .map(card => (
            <Entry
              key={card.step}
              on={{ page: 'step', step: card.step, tab: 'all' }}
              mark={card.number}
              label={card.title}
              count={leg === 'left' ? card.count : card.done}
              isBad={card.problems > 0}
              leg={leg}
            />
          ))}
      </ul>
    </>
  )
}

interface EntryProps {
  readonly on: Page
  readonly mark: ReactNode
  readonly label: string
  readonly count?: number
  readonly isBad?: boolean
  readonly leg?: 'left' | 'right'
}

function Entry({ on, mark, label, count, isBad = false, leg = 'left' }: EntryProps) {
  const go = useWorkbench(one => one.go)
  const isHere = useWorkbench(({ place }) => keyOf(place.on) === keyOf(on))
  return (
    <li>
      <button type="button" className={`entry ${leg}`} aria-current={isHere ? 'page' : undefined} onClick={() => go(on)}>
        <span className="n" aria-hidden="true">
          {mark}
        </span>
        <span>{label}</span>
        {count !== undefined && <span className={isBad ? 'entry-count bad' : 'entry-count'}>{count}</span>}
      </button>
    </li>
  )
}

/** What makes two places the same entry. */
function keyOf(on: Page): string {
  if (on.page === 'step') return on.step
  return on.page === 'list' ? `list ${on.list}` : on.page
}
