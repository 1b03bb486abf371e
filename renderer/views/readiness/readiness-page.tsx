import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { percentOf } from '../../figures/texts.ts'
import { type Waiting, waiting } from '../../figures/waiting.ts'
import { Bar } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { PageHead } from '../page-head.tsx'
import { Reasons } from './reasons.tsx'
import { SmallV } from './small-v.tsx'

/** Why an element is not ready: how far it is, the chain of reasons, and what to connect. */
export function ReadinessPage({ element }: { readonly element: string }) {
  const now = useNow()
  const shown = waiting(element, now)
  if (shown === undefined) return <PageHead title={text('screens/list-empty-title')} sub={text('screens/gone')} />
  const title = text(shown.ready.ready ? 'screens/why-title-ready' : 'screens/why-title', { name: shown.name })
  return (
    <div className="scroll">
      <PageHead title={title} sub={text('screens/why-sub')} />
      <div className="why">
        <div className="why-side">
          <h2>{text('screens/where')}</h2>
          <SmallV at={shown.step} stuck={stuckAt(shown)} />
          <Degree of={shown} />
        </div>
        <div className="why-main">
          <Reasons of={shown} />
          {!shown.ready.ready && <Way of={shown} />}
        </div>
      </div>
    </div>
  )
}

/** Steps where data are stuck: in the sharing list while no service is named, else where services are connected. */
function stuckAt({ lines }: Waiting): readonly Step[] {
  const open = lines.flatMap(one => (one.sort === 'datum' && one.tone !== 'good' ? [one] : []))
  const steps: Step[] = []
  if (open.some(one => one.service === undefined)) steps.push('R1')
  if (open.some(one => one.service !== undefined)) steps.push('R2')
  return steps
}

function Degree({ of: { ready, step } }: { readonly of: Waiting }) {
  const sort = ['R3', 'R4'].includes(step) ? 'data' : 'parts'
  const percent = ready.ready ? 100 : (percentOf(ready.done, ready.total) ?? 0)
  return (
    <section>
      <h2>{text('screens/degree')}</h2>
      <p className="big">
        <span className="num">{percent}%</span>
        <small>{ready.ready ? text('screens/is-ready') : text('screens/not-ready', { done: ready.done, total: ready.total })}</small>
      </p>
      <Bar percent={percent} leg="right" />
      <h2>{text('screens/where-from')}</h2>
      <dl className="equation">
        <dt>{text(`screens/eq-done/${sort}`)}</dt>
        <dd>{ready.done}</dd>
        <dt>{text(`screens/eq-total/${sort}`)}</dt>
        <dd>÷ {ready.total}</dd>
        <dt>{text('screens/degree')}</dt>
        <dd>= {percent}%</dd>
      </dl>
    </section>
  )
}

function Way({ of: { way } }: { readonly of: Waiting }) {
  const go = useWorkbench(one => one.go)
  const select = useWorkbench(one => one.select)
  const count = way.length
  return (
    <section className="panel way">
      <h2 className="panel-head">
        {count > 0 ? text('screens/shortest', { count }) : text('screens/shortest-none')}
        <span className="quiet">{count > 1 && text('screens/shortest-sub')}</span>
        <button type="button" className="link accent panel-note" onClick={() => go({ page: 'list', list: 'plan' })}>
          {text('screens/plan')}
        </button>
      </h2>
      {count > 0 && (
        <ol className="way-steps">
          <li className="way-head" aria-hidden="true">
            <span />
            <span>{text('screens/col-service')}</span>
            <span>{text('screens/col-provider')}</span>
            <span>{text('screens/also')}</span>
          </li>
          {way.map((one, index) => (
            <li key={one.service}>
              <span className="num quiet">{index + 1}</span>
              <button type="button" className="link" onClick={() => select(one.service)}>
                {one.name}
              </button>
              <span className="quiet">{one.organisation}</span>
              <span className="gain">
                {one.isBlocked && <span className="state bad">{text('screens/blocked-short')}</span>}
                {one.gains}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
