import { stepOrder } from '#model/analysis/index.ts'
import type { Step } from '#model/schema/define-kind.ts'
import { verifiedBy } from '../../figures/steps.ts'

/** Where a card stands, in CSS pixels from the corner of the drawing. */
export interface Spot {
  readonly step: Step
  readonly leg: 'left' | 'right'
  readonly x: number
  readonly y: number
}

/** A line of the drawing: what verifies what, or what follows what. */
export interface Wire {
  readonly ends: readonly [Step, Step]
  readonly path: string
}

export interface VShape {
  readonly height: number
  readonly cardWidth: number
  readonly spots: readonly Spot[]
  readonly verifies: readonly Wire[]
  readonly follows: readonly Wire[]
}

export const CARD_HEIGHT = 64
const ROW = 74
const TOP = 16
const SIDE = 16
const WIDEST_CARD = 212
const NARROWEST_CARD = 176
/** Between the lowest cards of the two legs. */
const GAP = 40
const ROWS = 8

/** Rows of the right leg from the top; row 4 stays free, as flows are verified by services. */
const rightRows: { readonly [step in Step]?: number } = { R7: 0, R6: 1, R5: 2, R4: 3, R3: 5, R2: 6, R1: 7 }

/** The V for a width: legs slope as far as there is room, and cards give way first. */
export function vShape(width: number): VShape {
  const cardWidth = Math.max(NARROWEST_CARD, Math.min(WIDEST_CARD, Math.floor((width - 2 * SIDE - GAP) / 3)))
  const slope = Math.max(0, (width - 2 * SIDE - 2 * cardWidth - GAP) / (2 * (ROWS - 1)))
  const spots = stepOrder.map((step, index): Spot => {
    const row = rightRows[step]
    if (row === undefined) return { step, leg: 'left', x: Math.round(SIDE + slope * index), y: TOP + ROW * index }
    return { step, leg: 'right', x: Math.round(width - SIDE - cardWidth - slope * row), y: TOP + ROW * row }
  })
  const at = (step: Step): Spot => spots.find(one => one.step === step) as Spot
  return {
    height: 2 * TOP + ROW * (ROWS - 1) + CARD_HEIGHT,
    cardWidth,
    spots,
    verifies: verifiedBy.map(([left, right]) => ({ ends: [left, right], path: across(at(left), at(right), cardWidth) })),
    follows: stepOrder.slice(1).flatMap((step, index): Wire[] => {
      const before = stepOrder[index] as Step
      return before === 'L8' ? [] : [{ ends: [before, step], path: along(at(before), at(step), cardWidth) }]
    }),
  }
}

/** From the right side of the left card to the left side of the right one. */
function across(left: Spot, right: Spot, cardWidth: number): string {
  const [x1, y1] = [left.x + cardWidth + 4, left.y + CARD_HEIGHT / 2]
  const [x2, y2] = [right.x - 4, right.y + CARD_HEIGHT / 2]
  if (y1 === y2) return `M${x1} ${y1}H${x2}`
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** From one card to the next one of its leg, straight up or down where they overlap. */
function along(from: Spot, to: Spot, cardWidth: number): string {
  const x = Math.round((Math.max(from.x, to.x) + Math.min(from.x, to.x) + cardWidth) / 2)
  return to.y > from.y ? `M${x} ${from.y + CARD_HEIGHT + 1}V${to.y - 2}` : `M${x} ${from.y - 1}V${to.y + CARD_HEIGHT + 2}`
}
