import { text } from '#words/index.ts'
import type { Found } from '../figures/found.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Findings with what is wrong, why it matters and what to do; each leads to its element. */
export function FindingList({ found }: { readonly found: readonly Found[] }) {
  const select = useWorkbench(one => one.select)
  const selected = useWorkbench(one => one.place.selected)
  if (found.length === 0) return <p className="empty">{text('screens/nothing-found')}</p>
  return (
    <ul className="found-list">
      {found.map(one => (
        <li key={one.key} className="found">
          <button type="button" onClick={() => select(one.element)} aria-current={one.element === selected}>
            <span className={`dot ${one.severity}`} aria-hidden="true" />
            <span className="found-text">
              <span className="found-says">
                <span className="unseen">{text(`screens/severity/${one.severity}`)}</span>
                {one.says}
              </span>
              <span className="found-todo">{one.todo}</span>
              <span className="found-why">{text('screens/why', { why: one.why })}</span>
            </span>
            <span className="found-rule">{one.rule}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
