import { type StepStanding, stepsOf } from '#model/analysis/index.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Step } from '#model/schema/define-kind.ts'
import { text } from '#words/index.ts'
import { type Now, once } from '../session/now.ts'
import { countsOfStep, grouped } from './found.ts'
import { percentOf, whatToDo } from './texts.ts'

/** Kind whose elements a step lists. Source: contracts C2. */
export const kindOfStep: { readonly [step in Step]: string } = {
  L1: 'coreBusiness',
  L2: 'module',
  L3: 'unit',
  L4: 'item',
  L5: 'flow',
  L6: 'collaboration',
  L7: 'indicator',
  L8: 'requirement',
  R1: 'sharing',
  R2: 'sharing',
  R3: 'indicator',
  R4: 'item',
  R5: 'unit',
  R6: 'module',
  R7: 'system',
}

/** What a step of the left leg is verified by on the right, at the same height. */
export const verifiedBy: readonly (readonly [left: Step, right: Step])[] = [
  ['L1', 'R7'],
  ['L2', 'R6'],
  ['L3', 'R5'],
  ['L4', 'R4'],
  ['L5', 'R2'],
  ['L6', 'R2'],
  ['L7', 'R3'],
  ['L8', 'R1'],
]

export const partnersOf = (step: Step): readonly Step[] =>
  verifiedBy.flatMap(([left, right]) => (left === step ? [right] : right === step ? [left] : []))

/** Elements and places that are not done for the same reason. */
export interface Gap {
  readonly rule: string
  readonly todo: string
  readonly why: string
  readonly elements: readonly string[]
}

/** A step as its card shows it. */
export interface StepCard {
  readonly step: Step
  /** 1 to 15, as on the V. */
  readonly number: number
  readonly leg: 'left' | 'right'
  readonly title: string
  /** What the V has room for. */
  readonly short: string
  /** Elements in its list. */
  readonly count: number
  readonly done: number
  readonly total: number
  /** Undefined where nothing is expected yet. */
  readonly percent: number | undefined
  readonly missing: number
  /** Errors and warnings. */
  readonly problems: number
  /** Everything found, notes included. */
  readonly found: number
  readonly gaps: readonly Gap[]
  /** What to do next. */
  readonly next: string
}

/** The fifteen steps in the order of the V. */
export const stepCards = once((now): readonly StepCard[] => {
  return stepsOf(now.analysis).map((standing, index) => {
    const gaps = gapsOf(standing)
    const { problems, found } = countsOfStep(standing.step, now)
    const { step, done, total } = standing
    return {
      step,
      number: index + 1,
      leg: step.startsWith('L') ? 'left' : 'right',
      title: text(`step/${step}`),
      short: text(`screens/short/${step}`),
      count: elementsOfStep(step, now).length,
      done,
      total,
      percent: percentOf(done, total),
      missing: standing.missing.length,
      problems,
      found,
      gaps,
      next: nextOf(standing, gaps, problems),
    }
  })
})

export function stepCard(now: Now, step: Step): StepCard {
  const card = stepCards(now).find(one => one.step === step)
  if (card === undefined) throw new Error(`no such step: ${step}`)
  return card
}

/** Ids of the elements in a step's list; of systems only those that are to be formed. */
export function elementsOfStep(step: Step, { view }: Now): readonly string[] {
  const all = Array.from(view.lookups.allOf(kindOfStep[step]))
  return step === 'R7' ? all.filter(id => view.get(id)?.['target'] === true) : all
}

function gapsOf({ missing }: StepStanding): readonly Gap[] {
  const gaps = Array.from(
    grouped(missing, one => one.rule),
    ([rule, places]): Gap => ({
      rule,
      todo: whatToDo(rule),
      why: text(`${rule}/why`),
      elements: places.map(one => one.element),
    }),
  )
  return gaps.sort((a, b) => b.elements.length - a.elements.length)
}

function nextOf({ step, total }: StepStanding, [gap]: readonly Gap[], problems: number): string {
  if (gap !== undefined) return text(`screens/next/${gap.rule}`, { count: gap.elements.length }) || gap.todo
  if (problems > 0) return text('screens/next-problems', { count: problems })
  if (total > 0) return text('screens/next-done')
  return text('screens/next-empty', { kind: kindOf(kindOfStep[step])?.label })
}
