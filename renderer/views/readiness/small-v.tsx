import { stepOrder } from '#model/analysis/index.ts'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { partnersOf } from '../../figures/steps.ts'
import { useWorkbench } from '../../state/workbench.ts'

const ROW = 23
const TOP = 14
const rightRows: { readonly [step in Step]?: number } = { R7: 0, R6: 1, R5: 2, R4: 3, R3: 5, R2: 6, R1: 7 }

const spots = stepOrder.map((step, index) => {
  const row = rightRows[step]
  if (row === undefined) return { step, number: index + 1, leg: 'left', x: 46 + index * 6, y: TOP + index * ROW }
  return { step, number: index + 1, leg: 'right', x: 158 - row * 6, y: TOP + row * ROW }
})

/** What verifies what at the same height, as dotted lines. */
const levels = [0, 1, 2, 3].map(row => `M${58 + row * 6} ${TOP + row * ROW}H${146 - row * 6}`)

/** The V in small: where the element is integrated, and where it is stuck. Each step leads to its page. */
export function SmallV({ at, stuck }: { readonly at: Step; readonly stuck: readonly Step[] }) {
  const go = useWorkbench(one => one.go)
  return (
    <ol className="small-v">
      <li aria-hidden="true" className="small-v-lines">
        <svg width="204" height="200">
          {levels.map(path => (
            <path key={path} className="verifies" d={path} />
          ))}
        </svg>
      </li>
      {spots.map(({ step, number, leg, x, y }) => {
        const mark = step === at || partnersOf(at).includes(step) ? ' at' : stuck.includes(step) ? ' stuck' : ''
        return (
          <li key={step} className={`${leg}${mark}`} style={{ left: x, top: y }}>
            <button type="button" title={text(`step/${step}`)} onClick={() => go({ page: 'step', step, tab: 'all' })}>
              <span className="n">{number}</span>
              <span className="small-v-name">{text(`screens/tiny/${step}`)}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
