import { text } from '#words/index.ts'
import { breakthroughs } from '../../figures/breakthroughs.ts'
import { findingCounts, findings, findingTotal, severities } from '../../figures/found.ts'
import { Link } from '../../kit/figures.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

const MOST_SERVICES = 3
const MOST_FINDINGS = 5

/** Beside the V: what to connect first, and what is to be mended. */
export const Suggestions = ({ withFindings }: { readonly withFindings: boolean }) => (
  <>
    <Services />
    {withFindings && <ToMend />}
  </>
)

function Services() {
  const plan = breakthroughs(useNow())
  const go = useWorkbench(one => one.go)
  return (
    <section>
      <h2>
        {text('screens/breakthroughs')}
        <span className="chip right">{text('screens/by-gain')}</span>
      </h2>
      {plan.length === 0 && <p className="quiet">{text('screens/nothing-to-connect')}</p>}
      <ol className="services">
        {plan.slice(0, MOST_SERVICES).map((one, index) => (
          <li key={one.service}>
            <button type="button" className="service" onClick={() => go({ page: 'list', list: 'plan' }, one.service)}>
              <b>{one.name}</b>
              <span className="quiet">
                {one.organisation}
                {one.isBlocked && <span className="bad"> {text('screens/blocked-short')}</span>}
              </span>
              <span className="gain">{text(index === 0 ? 'screens/opens' : 'screens/opens-more', { gains: one.gains })}</span>
            </button>
          </li>
        ))}
      </ol>
      {plan.length > 0 && (
        <Link className="accent" onClick={() => go({ page: 'list', list: 'plan' })}>
          {text('screens/all-steps', { count: plan.length })}
        </Link>
      )}
    </section>
  )
}

function ToMend() {
  const now = useNow()
  const go = useWorkbench(one => one.go)
  const counts = findingCounts(now)
  const worst = findings(now, {}, MOST_FINDINGS)
  const total = findingTotal(now)
  return (
    <section>
      <h2>
        {text('screens/findings')}
        <span className="severities">
          {severities.map(severity => (
            <Link
              key={severity}
              className={`severity ${severity}`}
              label={text('screens/severity-count', { severity: text(`screens/severity/${severity}`), count: counts[severity] })}
              onClick={() => go({ page: 'findings', severity })}
            >
              <span className={`dot ${severity}`} aria-hidden="true" />
              {counts[severity]}
            </Link>
          ))}
        </span>
      </h2>
      <ul className="notes">
        {worst.map(one => (
          <li key={one.key}>
            <button type="button" className="note" onClick={() => go({ page: 'findings', severity: one.severity }, one.element)}>
              <span className={`dot ${one.severity}`} aria-hidden="true" />
              <span>
                {one.says}
                <span className="found-todo accent">{one.todo}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > MOST_FINDINGS ? (
        <p className="more">
          <span>{text('screens/more-findings', { count: total - MOST_FINDINGS })}</span>
          <Link className="accent" onClick={() => go({ page: 'findings', severity: 'all' })}>
            {text('screens/all-findings')}
          </Link>
        </p>
      ) : (
        total === 0 && <p className="quiet">{text('screens/nothing-found')}</p>
      )}
    </section>
  )
}
