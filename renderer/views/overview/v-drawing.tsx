import { type RefObject, useEffect, useState } from 'react'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { partnersOf, stepCards } from '../../figures/steps.ts'
import { useSize } from '../../kit/use-size.ts'
import { useNow } from '../../session/use-document.ts'
import { type VShape, vShape } from './geometry.ts'
import { StepBox } from './step-box.tsx'

/** The V. Its cards are two lists in the order of the method, so that it reads the same without being seen. */
export function VDrawing() {
  const [place, { width }] = useSize({ width: 872, height: 0 })
  const lit = useLit(place)
  const shape = vShape(width)
  const cards = stepCards(useNow())
  const partners = lit === undefined ? [] : partnersOf(lit)
  const legs = (['left', 'right'] as const).map(leg => (
    <ol key={leg} className="v-leg" aria-label={text(`screens/leg-${leg}`)}>
      {cards.map(card => {
        const spot = shape.spots.find(one => one.step === card.step)
        if (card.leg !== leg || spot === undefined) return null
        const style = { left: spot.x, top: spot.y, width: shape.cardWidth }
        return <StepBox key={card.step} card={card} style={style} isLit={partners.includes(card.step)} />
      })}
    </ol>
  ))
  return (
    <div ref={place} className="stage" style={{ blockSize: shape.height }}>
      <Wires shape={shape} width={width} lit={lit} />
      {legs}
    </div>
  )
}

/** The step that is pointed at or has the focus. */
function useLit(place: RefObject<HTMLElement | null>): Step | undefined {
  const [lit, setLit] = useState<Step>()
  useEffect(() => {
    const stage = place.current
    if (stage === null) return
    const light = ({ target }: Event): void => {
      const card = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : null
      setLit(card?.dataset['step'] as Step | undefined)
    }
    const putOut = (): void => setLit(undefined)
    const listening = new AbortController()
    const { signal } = listening
    for (const event of ['pointerover', 'focusin']) stage.addEventListener(event, light, { signal })
    for (const event of ['pointerleave', 'focusout']) stage.addEventListener(event, putOut, { signal })
    return () => listening.abort()
  }, [place])
  return lit
}

const arrow = 'M0 .8 7 4 0 7.2z'

function Wires({ shape, width, lit }: { readonly shape: VShape; readonly width: number; readonly lit: Step | undefined }) {
  return (
    <svg className="wires" width={width} height={shape.height} aria-hidden="true">
      <defs>
        {(['left', 'right'] as const).map(leg => (
          <marker
            key={leg}
            id={`arrow-${leg}`}
            className={`arrow ${leg}`}
            viewBox="0 0 8 8"
            refX="6.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d={arrow} />
          </marker>
        ))}
      </defs>
      {shape.verifies.map(({ ends, path }) => (
        <path key={ends.join()} className={lit !== undefined && ends.includes(lit) ? 'verifies lit' : 'verifies'} d={path} />
      ))}
      {shape.follows.map(({ ends, path }) => {
        const leg = ends[0].startsWith('L') ? 'left' : 'right'
        return <path key={ends.join()} className={`follows ${leg}`} d={path} markerEnd={`url(#arrow-${leg})`} />
      })}
    </svg>
  )
}
