import { naturalCompare } from '#model/base/text.ts'
import { kindOf } from '#model/kinds/index.ts'
import { type Ready, readyOf } from '#model/method/readiness.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { Step } from '#model/schema/define-kind.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import type { Now } from '../session/now.ts'
import { shownValue } from './formula-text.ts'
import { countAt } from './found.ts'
import { elementsOfStep, kindOfStep } from './steps.ts'
import { kindLabel } from './texts.ts'

export interface Column {
  readonly field: string
  readonly label: string
  /** How much room its values take, next to other columns. */
  readonly room: 'narrow' | 'usual' | 'wide'
}

/** A line of a step's table: one of its elements, or an owner above one. */
export interface Row {
  readonly id: ElementId
  readonly depth: number
  readonly name: string
  readonly code: string
  readonly kind: string
  /** An owner that only holds the tree together. */
  readonly isGroup: boolean
  readonly hasChildren: boolean
  readonly cells: readonly { readonly field: string; readonly value: string }[]
  readonly ready: Ready | undefined
  readonly errors: number
  readonly warnings: number
}

/** Fields to show where the first ones of the declaration say less. */
const chosen: { readonly [step in Step]?: readonly string[] } = {
  L1: ['lead', 'assists', 'domain'],
  L4: ['dimensions', 'lead', 'frequencyText'],
  L6: ['from', 'to', 'item', 'type'],
  L8: ['timeliness', 'cycle', 'nextStep'],
  R1: ['provider', 'providerSystem', 'shareType', 'method'],
  R2: ['state', 'service', 'provider', 'responsible'],
  R4: ['dimensions', 'lead'],
}

const MOST_COLUMNS = 4

const isShort = ({ type }: Field): boolean => !['longText', 'lines', 'settings', 'refList'].includes(type)

function roomFor({ type }: Field): Column['room'] {
  if (type === 'formula' || type === 'longText' || type === 'ref' || type === 'refs') return 'wide'
  return type === 'text' || type === 'texts' || type === 'choice' ? 'usual' : 'narrow'
}

/** The key fields of a step's elements: the chosen ones, else the first short ones that any element fills. */
export function columnsOf(step: Step, now: Now): readonly Column[] {
  const fields = kindOf(kindOfStep[step])?.fields ?? {}
  const wanted = chosen[step] ?? filledFields(fields, elementsOfStep(step, now), now)
  return wanted.flatMap(field => {
    const declared = fields[field]
    return declared ? [{ field, label: declared.label, room: roomFor(declared) }] : []
  })
}

function filledFields(fields: { readonly [name: string]: Field }, ids: readonly ElementId[], { view }: Now): readonly string[] {
  const elements = ids.map(id => view.get(id))
  const filled = Object.entries(fields).filter(([field]) => field !== 'english' && elements.some(one => one?.[field] !== undefined))
  const short = filled.filter(([, declared]) => isShort(declared))
  return (short.length > 0 ? short : filled).slice(0, MOST_COLUMNS).map(([field]) => field)
}

/** The rows of a step in the order of the tree; owners of its elements come along as groups. */
export function rowsOf(step: Step, now: Now, only?: ReadonlySet<ElementId>): readonly Row[] {
  const { view } = now
  const own = new Set(elementsOfStep(step, now).filter(id => only === undefined || only.has(id)))
  const shown = new Map<ElementId, Element>()
  for (const id of own) for (let one = view.get(id); one && !shown.has(one.id); one = view.get(one.owner ?? '')) shown.set(one.id, one)
  const columns = columnsOf(step, now)
  const rows: Row[] = []
  const add = (element: Element, depth: number): void => {
    const children = view.lookups.ownedBy(element.id).flatMap(id => shown.get(id) ?? [])
    rows.push(rowOf(element, { depth, isGroup: !own.has(element.id), hasChildren: children.length > 0, columns }, now))
    for (const child of children) add(child, depth + 1)
  }
  const roots = Array.from(shown.values()).filter(one => one.owner === undefined || !shown.has(one.owner))
  for (const root of roots.sort(compare)) add(root, 0)
  return rows
}

interface Standing extends Pick<Row, 'depth' | 'isGroup' | 'hasChildren'> {
  readonly columns: readonly Column[]
}

function rowOf(element: Element, { columns, ...standing }: Standing, now: Now): Row {
  return {
    ...standing,
    id: element.id,
    name: element.name,
    code: element.code ?? '',
    kind: kindLabel(element.kind),
    cells: columns.map(({ field }) => ({ field, value: standing.isGroup ? '' : cellOf(element, field, now) })),
    ready: readyOf(element, now.view),
    errors: countAt(now, element.id, 'error'),
    warnings: countAt(now, element.id, 'warning'),
  }
}

/** Names without codes: a table has no room for both. */
function cellOf(element: Element, field: string, { wording }: Now): string {
  const declared = kindOf(element.kind)?.fields[field]
  if (declared === undefined) return ''
  const value = element[field]
  if (declared.type === 'ref') return typeof value === 'string' ? (wording.nameOf(value)?.name ?? '') : ''
  if (declared.type === 'refs') {
    const names = ((value ?? []) as readonly string[]).map(id => wording.nameOf(id)?.name ?? id)
    return text('screens/listed', { names })
  }
  return shownValue(declared, value, wording)
}

/** Natural order of codes, those without one last, then of names. */
const compare = (a: Element, b: Element): number =>
  naturalCompare(a.code ?? '\uFFFD', b.code ?? '\uFFFD') || naturalCompare(a.name, b.name) || naturalCompare(a.id, b.id)

/** The rows without what lies below folded ones. */
export function unfolded(rows: readonly Row[], folded: ReadonlySet<ElementId>): readonly Row[] {
  const shown: Row[] = []
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue
    hiddenBelow = folded.has(row.id) ? row.depth : Number.POSITIVE_INFINITY
    shown.push(row)
  }
  return shown
}
