import { datum } from '#model/method/datum.ts'
import { naturalCompare } from '#model/base/text.ts'
import { refIn } from '#model/method/reading.ts'
import { readyOf } from '#model/method/readiness.ts'
import { text } from '#words/index.ts'
import { type Now, once } from '../session/now.ts'
import { breakthroughs } from './breakthroughs.ts'
import { collaborating, optionsOf } from './rates.ts'
import { kindLabel, stateLabel } from './texts.ts'

/** A line of a list behind a number. */
export interface Line {
  readonly element: string
  readonly code: string
  readonly name: string
  readonly kind: string
  /** What makes it stand in this list: its state, its gains. */
  readonly note: string
}

/** The list behind a number. */
export interface Behind {
  readonly title: string
  readonly why: string
  /** What the first and the last column are called. */
  readonly codeLabel: string
  readonly noteLabel: string
  readonly lines: readonly Line[]
}

interface Needed {
  readonly requirement: string
  readonly state: string
  readonly satisfied: boolean
  readonly minute: boolean
}

/** Requirements that count in the rates: stored and shared. */
const needed = once(({ view }): readonly Needed[] => {
  const found: Needed[] = []
  for (const id of view.lookups.allOf('dataItem')) {
    const known = view.fact(datum, id)
    if (known?.requirement !== undefined && !known.selfProduced) found.push({ ...known, requirement: known.requirement })
  }
  return found
})

type Lister = (now: Now) => readonly Line[]

const ofNeeded =
  (fits: (one: Needed) => boolean): Lister =>
  now =>
    sorted(needed(now).flatMap(one => (fits(one) ? lineOf(now, one.requirement, stateLabel(one.state)) : [])))

/** Whether a requirement counts in the second rate, by what the document says of its denominator. */
const ofMinute =
  (fits: (one: Needed) => boolean): Lister =>
  now =>
    ofNeeded(one => fits(one) && (one.minute || optionsOf(now).minuteDenominator === 'all'))(now)

const ofReady =
  (kind: string, fits: (ready: boolean) => boolean): Lister =>
  now =>
    sorted(
      Array.from(now.view.lookups.allOf(kind)).flatMap(id => {
        const element = now.view.get(id)
        const ready = element && readyOf(element, now.view)
        if (ready === undefined || !fits(ready.ready)) return []
        return lineOf(now, id, text('screens/ready-of', { done: ready.done, total: ready.total }))
      }),
    )

const ofIds =
  (idsOf: (now: Now) => readonly string[], noteOf: (now: Now, id: string) => string): Lister =>
  now =>
    sorted(idsOf(now).flatMap(id => lineOf(now, id, noteOf(now, id))))

const acrossNote = ({ view }: Now, id: string): string => {
  const element = view.get(id)
  const name = (field: string): string => view.get(refIn(element, field) ?? '')?.name ?? ''
  return text('screens/from-to', { from: name('from'), to: name('to') })
}

/** Every list that a number opens, by its name in the address. */
const listers: { readonly [list: string]: Lister } = {
  satisfied: ofNeeded(one => one.satisfied),
  needed: ofNeeded(() => true),
  unsatisfied: ofNeeded(one => !one.satisfied),
  'minute-satisfied': ofMinute(one => one.satisfied && one.minute),
  'minute-needed': ofMinute(() => true),
  'minute-unsatisfied': ofMinute(one => !one.satisfied),
  'items-ready': ofReady('item', ready => ready),
  items: ofReady('item', () => true),
  'items-waiting': ofReady('item', ready => !ready),
  collaborations: ofIds(now => collaborating(now).declared, acrossNote),
  'collaborations-in-flows': ofIds(now => collaborating(now).byLink, acrossNote),
  'collaborating-departments': ofIds(
    now => collaborating(now).organisations,
    ({ view }, id) =>
      text('screens/collaborates', {
        count: view.lookups.referrersOf(id, 'collaboration', 'from').length + view.lookups.referrersOf(id, 'collaboration', 'to').length,
      }),
  ),
  elements: ofIds(
    ({ analysis }) => Array.from(analysis.state.snapshot.toMap().keys()),
    () => '',
  ),
  plan: now =>
    breakthroughs(now).flatMap(one =>
      lineOf(now, one.service, one.isBlocked ? text('screens/blocked', { gains: one.gains }) : one.gains, String(one.rank)),
    ),
}

/** The list with this name; undefined when there is none. */
export function listBehind(now: Now, name: string): Behind | undefined {
  const lister = Object.hasOwn(listers, name) ? listers[name] : undefined
  return (
    lister && {
      title: text(`screens/list/${name}`),
      why: text(`screens/list/${name}/why`),
      codeLabel: text(name === 'plan' ? 'screens/rank' : 'screens/code'),
      noteLabel: text(name === 'plan' ? 'screens/gains' : 'screens/note'),
      lines: lister(now),
    }
  )
}

function lineOf({ view }: Now, id: string, note: string, code?: string): Line[] {
  const element = view.get(id)
  if (element === undefined) return []
  return [{ element: id, code: code ?? element.code ?? '', name: element.name, kind: kindLabel(element.kind), note }]
}

const sorted = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => naturalCompare(a.code || '\uFFFD', b.code || '\uFFFD') || naturalCompare(a.name, b.name))
