import { text } from '#words/index.ts'
import { documentOf } from '../figures/rates.ts'
import { MoonIcon, RedoIcon, SunIcon, UndoIcon } from '../kit/icons.tsx'
import { useDocument, useNow } from '../session/use-document.ts'
import { useWorkbench } from '../state/workbench.ts'
import { saveDocument } from './saving.ts'
import { useTheme } from './use-theme.ts'

/** Whose document this is, undo and redo, and the theme. */
export function TitleBar() {
  const opened = useDocument()
  const now = useNow()
  const go = useWorkbench(one => one.go)
  const { theme, toggle } = useTheme()
  const document = documentOf(now)
  const version = document?.['version']
  const toOther = text(theme === 'dark' ? 'screens/to-light' : 'screens/to-dark')
  return (
    <header className="title-bar">
      <button type="button" className="logo" aria-label={text('screens/logo')} onClick={() => go({ page: 'overview' })}>
        <span className="logo-first">{text('screens/app-first')}</span>
        <span className="logo-second">{text('screens/app-second')}</span>
      </button>
      <span className="document-name">{document?.name}</span>
      {typeof version === 'string' && <span className="chip left">{text('screens/version', { version })}</span>}
      {opened.readOnly && <span className="chip left">{text('screens/read-only')}</span>}
      {document?.['illustrative'] === true && <span className="chip right">{text('screens/illustrative')}</span>}
      <UndoButtons />
      {opened.save && (
        <button type="button" className="button primary title-end" disabled={!now.changed} onClick={() => void saveDocument(opened)}>
          {text('screens/save')}
        </button>
      )}
      <button
        type="button"
        className={opened.save ? 'icon-button' : 'icon-button title-end'}
        aria-label={toOther}
        title={toOther}
        onClick={toggle}
      >
        {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
      </button>
    </header>
  )
}

function UndoButtons() {
  const { undo, redo } = useDocument()
  const { canUndo, canRedo } = useNow()
  const buttons = [
    { label: text('screens/undo'), act: undo, can: canUndo, icon: <UndoIcon /> },
    { label: text('screens/redo'), act: redo, can: canRedo, icon: <RedoIcon /> },
  ]
  return (
    <span className="undo">
      {buttons.map(({ label, act, can, icon }) => (
        <button key={label} type="button" className="icon-button" aria-label={label} title={label} disabled={!can} onClick={act}>
          {icon}
        </button>
      ))}
    </span>
  )
}
