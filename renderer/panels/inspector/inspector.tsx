import { useState } from 'react'
import { text } from '#words/index.ts'
import { type FieldLine, type Group, type Incoming, type Inspected, inspected, type Target } from '../../figures/inspected.ts'
import { CloseIcon } from '../../kit/icons.tsx'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { NameField } from './name-field.tsx'

/** All there is to know of one element, built from the declaration of its kind. */
export function Inspector({ element }: { readonly element: string }) {
  const shown = inspected(element, useNow())
  const select = useWorkbench(one => one.select)
  return (
    <>
      <div className="inspector-head">
        <h2 className="tag">{shown?.kind ?? text('screens/inspector')}</h2>
        <span className="code">{shown?.code}</span>
        <button type="button" className="icon-button" aria-label={text('screens/close')} onClick={() => select(undefined)}>
          <CloseIcon />
        </button>
      </div>
      {shown === undefined ? <p className="empty">{text('screens/gone')}</p> : <Shown of={shown} key={shown.id} />}
    </>
  )
}

function Shown({ of }: { readonly of: Inspected }) {
  const [withHelp, setWithHelp] = useState(false)
  const groups = of.groups.flatMap(group => shownGroup(group, withHelp))
  return (
    <>
      <NameField id={of.id} name={of.name} />
      {withHelp && <p className="help">{of.help}</p>}
      <ReadyLine of={of} />
      {of.path.length > 0 && <Path path={of.path} />}
      {groups.length === 0 && <p className="quiet">{text('screens/no-fields')}</p>}
      {groups.map(group => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl className="fields">
            {group.lines.map(line => (
              <Field key={line.field} line={line} withHelp={withHelp} />
            ))}
          </dl>
        </section>
      ))}
      <button type="button" className="button" aria-pressed={withHelp} onClick={() => setWithHelp(!withHelp)}>
        {text(withHelp ? 'screens/hide-help' : 'screens/show-help')}
      </button>
      <FindingNotes of={of} />
      {of.parts.length > 0 && <Links title={text('screens/parts')} links={of.parts} />}
      <Links title={text('screens/incoming')} links={of.incoming} />
    </>
  )
}

/** Owners from the top, in one line. */
function Path({ path }: { readonly path: readonly Target[] }) {
  const select = useWorkbench(one => one.select)
  return (
    <ol className="path" aria-label={text('screens/path')}>
      {path.map(({ id, name, kind }) => (
        <li key={id}>
          <button type="button" className="link" title={kind} onClick={() => select(id)}>
            {name}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Without help only what is filled in. */
function shownGroup(group: Group, withHelp: boolean): readonly Group[] {
  const lines = withHelp ? group.lines : group.lines.filter(line => line.value !== '')
  return lines.length > 0 ? [{ ...group, lines }] : []
}

function Field({ line, withHelp }: { readonly line: FieldLine; readonly withHelp: boolean }) {
  return (
    <>
      <dt title={line.help}>{line.label}</dt>
      <dd>
        {line.targets.length > 0 ? <Targets targets={line.targets} /> : <span className="value">{line.value}</span>}
        {withHelp && line.help !== '' && <span className="help">{line.help}</span>}
      </dd>
    </>
  )
}

function ReadyLine({ of: { id, ready } }: { readonly of: Inspected }) {
  const go = useWorkbench(one => one.go)
  const isThere = useWorkbench(({ place: { on } }) => on.page === 'ready' && on.element === id)
  if (ready === undefined) return null
  return (
    <p className="ready-line">
      <span className={ready.ready ? 'state good' : 'state wait'}>
        {ready.ready ? text('screens/is-ready') : text('screens/not-ready', { done: ready.done, total: ready.total })}
      </span>
      {!ready.ready && !isThere && (
        <button type="button" className="link accent" onClick={() => go({ page: 'ready', element: id }, id)}>
          {text('screens/why-not')}
        </button>
      )}
    </p>
  )
}

function FindingNotes({ of: { findings } }: { readonly of: Inspected }) {
  if (findings.length === 0) return null
  return (
    <section>
      <h3>
        {text('screens/checks')}
        <span className="num">{findings.length}</span>
      </h3>
      <ul className="notes">
        {findings.map(one => (
          <li key={one.key} className="note">
            <span className={`dot ${one.severity}`} aria-hidden="true" />
            <span>
              <span className="unseen">{text(`screens/severity/${one.severity}`)}</span>
              {one.says}
              <span className="found-todo">{one.todo}</span>
              <span className="found-why">{text('screens/why', { why: one.why })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Incoming[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {links.length === 0 && <p className="quiet">{text('screens/no-incoming')}</p>}
      {links.map(({ label, from }) => (
        <div key={label} className="links">
          <h4>
            {label}
            <span className="num">{from.length}</span>
          </h4>
          <Targets targets={from} />
        </div>
      ))}
    </section>
  )
}

/** How many are named before the rest is folded away. */
const MOST = 6

function Targets({ targets }: { readonly targets: readonly Target[] }) {
  const rest = targets.length > MOST + 1 ? targets.slice(MOST) : []
  return (
    <>
      <TargetList targets={targets.slice(0, targets.length - rest.length)} />
      {rest.length > 0 && (
        <details>
          <summary>{text('screens/more', { count: rest.length })}</summary>
          <TargetList targets={rest} />
        </details>
      )}
    </>
  )
}

function TargetList({ targets }: { readonly targets: readonly Target[] }) {
  const select = useWorkbench(one => one.select)
  return (
    <ul className="targets">
      {targets.map(({ id, name, kind }) => (
        <li key={id}>
          <button type="button" className="link accent" title={kind} onClick={() => select(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
