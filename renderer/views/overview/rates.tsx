import type { ReactNode } from 'react'
import type { Rate } from '#model/method/ledger.ts'
import { text } from '#words/index.ts'
import { collaborating, ledger, shortOf } from '../../figures/rates.ts'
import { percentOf } from '../../figures/texts.ts'
import { Bar, Link } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** A number that opens the list it counts. */
function Number({ list, label, children }: { readonly list: string; readonly label: string; readonly children: ReactNode }) {
  const go = useWorkbench(one => one.go)
  return (
    <Link onClick={() => go({ page: 'list', list })} label={text('screens/number-behind', { label, count: String(children) })}>
      {children}
    </Link>
  )
}

/** One of the two rates of the plan; `list` begins the names of the lists behind its numbers. */
function RateCard({ label, rate, list }: { readonly label: string; readonly rate: Rate; readonly list: string }) {
  const short = shortOf(rate)
  return (
    <li className="kpi">
      <h3 className="kpi-label">{label}</h3>
      <p className="kpi-value">
        <Number list={`${list}needed`} label={label}>
          {rate.rate === null ? '–' : rate.rate.toFixed(2)}
        </Number>
        <small>%</small>
        <span className="kpi-of">
          <Number list={`${list}satisfied`} label={text(`screens/list/${list}satisfied`)}>
            {rate.satisfied}
          </Number>
          {' / '}
          <Number list={`${list}needed`} label={text(`screens/list/${list}needed`)}>
            {rate.needed}
          </Number>
        </span>
      </p>
      <Bar percent={rate.rate ?? 0} target={rate.target} leg="right" />
      <p className="kpi-foot">
        <span>{text('screens/target', { target: rate.target })}</span>
        {short > 0 ? (
          <Number list={`${list}unsatisfied`} label={text(`screens/list/${list}unsatisfied`)}>
            {text('screens/short-of', { count: short })}
          </Number>
        ) : (
          <span className="good">{text('screens/reached')}</span>
        )}
      </p>
    </li>
  )
}

function ItemsCard() {
  const { ready, total } = ledger(useNow()).items
  return (
    <li className="kpi">
      <h3 className="kpi-label">{text('screens/items-ready')}</h3>
      <p className="kpi-value">
        <Number list="items-ready" label={text('screens/list/items-ready')}>
          {ready}
        </Number>
        <span className="kpi-of">
          {'/ '}
          <Number list="items" label={text('screens/list/items')}>
            {total}
          </Number>
        </span>
      </p>
      <Bar percent={percentOf(ready, total) ?? 0} leg="right" />
      <p className="kpi-foot">
        {ready < total ? (
          <Number list="items-waiting" label={text('screens/list/items-waiting')}>
            {text('screens/waiting', { count: total - ready })}
          </Number>
        ) : (
          <span>{total > 0 && text('screens/all-ready')}</span>
        )}
      </p>
    </li>
  )
}

function CollaborationCard() {
  const { declared, byLink, organisations } = collaborating(useNow())
  return (
    <li className="kpi">
      <h3 className="kpi-label">{text('screens/collaborations')}</h3>
      <p className="kpi-value">
        <Number list="collaborations" label={text('screens/list/collaborations')}>
          {declared.length}
        </Number>
        <span className="kpi-of words">
          {text('screens/lines')}
          {text('screens/comma')}
          <Number list="collaborating-departments" label={text('screens/list/collaborating-departments')}>
            {text('screens/departments', { count: organisations.length })}
          </Number>
        </span>
      </p>
      <Bar percent={percentOf(byLink.length, declared.length) ?? 0} leg="left" />
      <p className="kpi-foot">
        <Number list="collaborations-in-flows" label={text('screens/list/collaborations-in-flows')}>
          {text('screens/in-flows', { count: byLink.length })}
        </Number>
      </p>
    </li>
  )
}

/** The four numbers above the V. */
export function Rates() {
  const { satisfaction, minuteSatisfaction } = ledger(useNow())
  return (
    <section aria-label={text('screens/rates')}>
      <ul className="kpis">
        <RateCard label={text('screens/satisfaction')} rate={satisfaction} list="" />
        <RateCard label={text('screens/minute')} rate={minuteSatisfaction} list="minute-" />
        <ItemsCard />
        <CollaborationCard />
      </ul>
    </section>
  )
}
