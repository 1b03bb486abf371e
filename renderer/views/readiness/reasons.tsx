import type { DatumLine } from '../../figures/datum-lines.ts'
import { text } from '#words/index.ts'
import type { PartLine, Waiting } from '../../figures/waiting.ts'
import { Link } from '../../kit/figures.tsx'
import { useWorkbench } from '../../state/workbench.ts'

const tones = ['good', 'wait', 'bad'] as const

/** The chain of reasons: every datum from requirement to service; the colour stops where it is stuck. */
export function Reasons({ of: { lines, name, kind, code } }: { readonly of: Waiting }) {
  const counts = tones.map(tone => ({ tone, count: lines.filter(one => one.sort === 'datum' && one.tone === tone).length }))
  return (
    <section className="panel">
      <h2 className="panel-head">
        <span className="tag">{kind}</span>
        {name}
        <span className="code">{code}</span>
        <span className="panel-note tones">
          {counts.map(({ tone, count }) => count > 0 && <Tone key={tone} tone={tone} count={count} />)}
        </span>
      </h2>
      {lines.length === 0 ? (
        <p className="empty">{text('screens/reasons-none')}</p>
      ) : (
        <ol className="reasons">
          <li className="reason reason-head" aria-hidden="true">
            <span />
            <Head number={8} leg="left" label={text('screens/col-datum')} />
            <Head number={9} leg="right" label={text('screens/col-entry')} />
            <Head number={10} leg="right" label={text('screens/col-service')} />
            <span>{text('screens/col-state')}</span>
          </li>
          {lines.map(line => (line.sort === 'part' ? <Part key={line.key} line={line} /> : <Datum key={line.key} line={line} />))}
        </ol>
      )}
    </section>
  )
}

const Tone = ({ tone, count }: { readonly tone: (typeof tones)[number]; readonly count: number }) => (
  <span className={`tone ${tone}`}>{text(`screens/tone/${tone}`, { count })}</span>
)

const Head = ({ number, leg, label }: { readonly number: number; readonly leg: string; readonly label: string }) => (
  <span className={`reason-step ${leg}`}>
    <span className="n">{number}</span>
    {label}
  </span>
)

function Part({ line }: { readonly line: PartLine }) {
  const select = useWorkbench(one => one.select)
  return (
    <li className="reason-part" style={{ paddingInlineStart: 14 + line.depth * 18 }}>
      <span className="tag">{line.kind}</span>
      <Link onClick={() => select(line.element)}>{line.name}</Link>
      <span className="quiet">{line.stateName}</span>
    </li>
  )
}

function Datum({ line }: { readonly line: DatumLine }) {
  const select = useWorkbench(one => one.select)
  const { entry, service, tone } = line
  return (
    <li className={`reason ${tone}`}>
      <span className={`dot ${tone}`} aria-hidden="true" />
      <span className="reason-cell">
        <Link onClick={() => select(line.element)}>{line.name}</Link>
        <small>{line.code}</small>
      </span>
      <span className="reason-cell">
        {entry ? <Link onClick={() => select(entry.id)}>{entry.label}</Link> : <span className="absent">{text('screens/no-entry')}</span>}
        <small>{entry?.note}</small>
      </span>
      <span className="reason-cell">
        {service ? (
          <Link onClick={() => select(service.id)}>{service.name}</Link>
        ) : (
          <span className={tone === 'good' ? 'quiet' : 'absent'}>{text('screens/no-service')}</span>
        )}
        <small>{service?.note}</small>
      </span>
      <span className="reason-cell">
        <span className={`state ${tone}`}>{line.stateName}</span>
        <small>{line.organisation}</small>
      </span>
    </li>
  )
}
