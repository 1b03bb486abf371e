import { text } from '#words/index.ts'
import { Link } from '../kit/figures.tsx'
import { useDocument, useNow } from '../session/use-document.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Where the document stands: what is saved, how much there is, on which day it was checked. */
export function StatusBar() {
  const now = useNow()
  const { save, readOnly, fileName } = useDocument()
  const trouble = useWorkbench(one => one.trouble)
  const go = useWorkbench(one => one.go)
  return (
    <footer>
      <span>{save || readOnly ? fileName : text('screens/state-sample')}</span>
      {trouble !== '' && (
        <span role="alert" className="bad">
          {trouble}
        </span>
      )}
      <output>{text(now.changed ? 'screens/state-changed' : save ? 'screens/state-saved' : 'screens/state-clean')}</output>
      <Link onClick={() => go({ page: 'list', list: 'elements' })}>
        {text('screens/element-count', { count: now.analysis.state.snapshot.size })}
      </Link>
      <span>{text('screens/checked-on', { today: now.analysis.today })}</span>
      <span className="footer-end">{text('screens/offline')}</span>
      <span>{text('screens/language')}</span>
    </footer>
  )
}
