import { useState } from 'react'
import { text } from '#words/index.ts'
import { type Found, findings, type Wanted } from '../figures/found.ts'
import { useNow } from '../session/use-document.ts'
import { useWorkbench } from '../state/workbench.ts'

/** How many are shown at first, and more at a time. */
const PORTION = 200

/** Findings with what is wrong, why it matters and what to do; each leads to its element. */
export function FindingList({ wanted }: { readonly wanted: Wanted }) {
  const now = useNow()
  const [most, setMost] = useState(PORTION)
  // One more than is shown tells whether there is more.
  const found = findings(now, wanted, most + 1)
  if (found.length === 0) return <p className="empty">{text('screens/nothing-found')}</p>
  return (
    <>
      <ul className="found-list">
        {found.slice(0, most).map(one => (
          <FoundEntry key={one.key} one={one} />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className="button show-more" onClick={() => setMost(most + PORTION)}>
          {text('screens/show-more')}
        </button>
      )}
    </>
  )
}

function FoundEntry({ one }: { readonly one: Found }) {
  const select = useWorkbench(state => state.select)
  const isSelected = useWorkbench(state => state.place.selected === one.element)
  return (
    <li className="found">
      <button type="button" onClick={() => select(one.element)} aria-current={isSelected}>
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
  )
}
