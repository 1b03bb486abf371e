import { text } from '#words/index.ts'
import type { Gap, StepCard } from '../../figures/steps.ts'
import { kindLabel, titleOf } from '../../figures/texts.ts'
import { useNow } from '../../session/use-document.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** What is not done in a step, by reason: what to do, why, and where. */
export function Gaps({ card }: { readonly card: StepCard }) {
  if (card.gaps.length === 0) return <p className="empty">{text('screens/missing-none')}</p>
  return (
    <div className="scroll panel gaps">
      {card.gaps.map(gap => (
        <GapBlock key={gap.rule} gap={gap} />
      ))}
    </div>
  )
}

function GapBlock({ gap }: { readonly gap: Gap }) {
  const { view } = useNow()
  const select = useWorkbench(one => one.select)
  const selected = useWorkbench(one => one.place.selected)
  const elements = gap.elements.flatMap(id => view.get(id) ?? [])
  return (
    <section className="gap">
      <h2>
        {text(`screens/next/${gap.rule}`, { count: gap.elements.length }) || gap.todo}
        <span className="found-rule">{gap.rule}</span>
      </h2>
      <p>
        {gap.todo}
        <span className="quiet">{gap.why}</span>
      </p>
      <ul className="gap-places">
        {elements.map(element => (
          <li key={element.id}>
            <button type="button" className="place" onClick={() => select(element.id)} aria-current={element.id === selected}>
              <span className="tag">{kindLabel(element.kind)}</span>
              {titleOf(element)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
