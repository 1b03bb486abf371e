import { useEffect, useRef } from 'react'
import { text } from '#words/index.ts'
import { Inspector } from '../panels/inspector/inspector.tsx'
import { StepSummary } from '../panels/step-summary/step-summary.tsx'
import { Suggestions } from '../panels/suggestions/suggestions.tsx'
import type { Page, Place } from '../state/place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { FindingsPage } from '../views/findings/findings-page.tsx'
import { ListPage } from '../views/list/list-page.tsx'
import { Overview } from '../views/overview/overview.tsx'
import { ReadinessPage } from '../views/readiness/readiness-page.tsx'
import { StepPage } from '../views/step/step-page.tsx'
import { Navigation } from './navigation.tsx'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { useAddress } from './use-address.ts'
import { useKeys } from './use-keys.ts'

/** The frame: title bar, steps, page, what is beside it, status. */
export function Shell() {
  useAddress()
  useKeys()
  const place = useWorkbench(one => one.place)
  const main = useRef<HTMLElement>(null)
  const path = JSON.stringify(place.on)
  // A new page is read from its beginning.
  useEffect(() => main.current?.focus({ preventScroll: true }), [path])
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {text('screens/skip')}
      </button>
      <TitleBar />
      <Navigation />
      <main ref={main} tabIndex={-1}>
        <Shown key={path} on={place.on} />
      </main>
      <aside aria-label={text('screens/inspector')}>
        <Beside place={place} />
      </aside>
      <StatusBar />
    </div>
  )
}

function Shown({ on }: { readonly on: Page }) {
  switch (on.page) {
    case 'overview':
      return <Overview />
    case 'step':
      return <StepPage step={on.step} tab={on.tab} />
    case 'list':
      return <ListPage list={on.list} />
    case 'findings':
      return <FindingsPage severity={on.severity} />
    case 'ready':
      return <ReadinessPage element={on.element} />
  }
}

function Beside({ place: { on, selected } }: { readonly place: Place }) {
  if (selected !== undefined) return <Inspector element={selected} />
  return on.page === 'step' ? <StepSummary step={on.step} /> : <Suggestions withFindings={on.page !== 'findings'} />
}
