import type { Rate } from '#model/method/ledger.ts'
import { text } from '#words/index.ts'
import { collaborating, ledger, shortOf } from '../../figures/rates.ts'
import { percentOf } from '../../figures/texts.ts'
import { Bar, Link } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** A number that opens the list it counts. */
function Figure({ list, label, shown }: { readonly list: string; readonly label: string; readonly shown: string | number }) {
  const go = useWorkbench(one => one.go)
  return (
    <Link onClick={() => go({ page: 'list', list })} label={text('screens/number-behind', { label, count: shown })}>
      {shown}
    </Link>
  )
}

/** One of the two rates of the plan; `list` begins the names of the lists behind its numbers. */
function RateCard({ label, rate, list }: { readonly label: string; readonly rate: Rate; readonly list: string }) {
  const short = shortOf(rate)
  return (
    <li className="kpi">
      <h2 className="kpi-label">{label}</h2>
      <p className="kpi-value">
        <Figure list={`${list}needed`} label={label} shown={rate.rate === null ? '–' : rate.rate.toFixed(2)} />
        {rate.rate !== null && <small>%</small>}
        <span className="kpi-of">
          <Figure list={`${list}satisfied`} label={text(`screens/list/${list}satisfied`)} shown={rate.satisfied} />
          {' / '}
          <Figure list={`${list}needed`} label={text(`screens/list/${list}needed`)} shown={rate.needed} />
        </span>
      </p>
      <Bar percent={rate.rate ?? 0} target={rate.target} leg="right" />
      <p className="kpi-foot">
        <span>{text('screens/target', { target: rate.target })}</span>
        {short > 0 ? (
          <Figure
            list={`${list}unsatisfied`}
            label={text(`screens/list/${list}unsatisfied`)}
            shown={text('screens/short-of', { count: short })}
          />
        ) : (
          <span className={rate.rate === null ? '' : 'good'}>
            {text(rate.rate === null ? 'screens/nothing-needed' : 'screens/reached')}
          </span>
        )}
      </p>
    </li>
  )
}

function ItemsCard() {
  const { ready, total } = ledger(useNow()).items
  return (
    <li className="kpi">
      <h2 className="kpi-label">{text('screens/items-ready')}</h2>
      <p className="kpi-value">
        <Figure list="items-ready" label={text('screens/list/items-ready')} shown={ready} />
        <span className="kpi-of">
          {'/ '}
          <Figure list="items" label={text('screens/list/items')} shown={total} />
        </span>
      </p>
      <Bar percent={percentOf(ready, total) ?? 0} leg="right" />
      <p className="kpi-foot">
        {ready < total ? (
          <Figure
            list="items-waiting"
            label={text('screens/list/items-waiting')}
            shown={text('screens/waiting', { count: total - ready })}
          />
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
      <h2 className="kpi-label">{text('screens/collaborations')}</h2>
      <p className="kpi-value">
        <Figure list="collaborations" label={text('screens/list/collaborations')} shown={declared.length} />
        <span className="kpi-of words">
          {text('screens/lines')}
          {text('screens/comma')}
          <Figure
            list="collaborating-departments"
            label={text('screens/list/collaborating-departments')}
            shown={text('screens/departments', { count: organisations.length })}
          />
        </span>
      </p>
      <Bar percent={percentOf(byLink.length, declared.length) ?? 0} leg="left" />
      <p className="kpi-foot">
        <Figure
          list="collaborations-in-flows"
          label={text('screens/list/collaborations-in-flows')}
          shown={text('screens/in-flows', { count: byLink.length })}
        />
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
