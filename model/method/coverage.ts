import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import { type Aspect, aspectKinds, aspectRules, aspects, fillersOf, isExpected, isWritten } from './coverage-aspects.ts'
import type { View } from './define-fact.ts'
import { compareNaturally } from './graph.ts'
import { textIn } from './reading.ts'

/** What stands against what, and the day by which waivers expire. */
export interface CoverageOptions {
  /** Kind of the rows; items by default. */
  readonly rows?: string
  /** Kind whose elements are the columns; by default the aspects every item should have. */
  readonly columns?: string
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** A row or column: an element, or an aspect with the kind that fills it. */
export interface CoverageLine {
  readonly id: string
  readonly kind: string
  readonly code?: string
  readonly name: string
}

/** Where a row and a column meet. */
export interface CoverageCell {
  readonly row: ElementId
  readonly column: string
  /** What fills an aspect; empty when it is filled by words alone. */
  readonly elements: readonly ElementId[]
  /** Fields through which row and column are linked, on whichever side; `owner` for containment. */
  readonly fields: readonly string[]
}

/** A row without what the column stands for, or an element column that no row meets. */
export interface CoverageHole {
  readonly row?: ElementId
  readonly column?: string
  /** The waiver, not expired, that says why the hole may stay. */
  readonly justified?: ElementId
}

export interface Coverage {
  readonly rows: readonly CoverageLine[]
  readonly columns: readonly CoverageLine[]
  /** Filled cells only, by row, then by column. */
  readonly cells: readonly CoverageCell[]
  readonly holes: readonly CoverageHole[]
}

/** Which elements have what they should, and which not. Source: features F49. */
export function coverage(view: View, { rows = 'item', columns, today }: CoverageOptions): Coverage {
  const elements = elementsOf(rows, view)
  return columns === undefined ? byAspect(elements, view, today) : byReference(elements, { rows, columns, today }, view)
}

function elementsOf(kind: string, view: View): Element[] {
  const elements: Element[] = []
  for (const id of view.lookups.allOf(kind)) {
    const element = view.get(id)
    if (element) elements.push(element)
  }
  return elements.sort(compareNaturally)
}

const lineOf = ({ id, kind, code, name }: Element): CoverageLine => ({ id, kind, ...(code === undefined ? {} : { code }), name })

function byAspect(rows: readonly Element[], view: View, today: string): Coverage {
  const cells: CoverageCell[] = []
  const holes: CoverageHole[] = []
  for (const row of rows)
    for (const aspect of aspects) {
      const elements = fillersOf(row, aspect, view)
      if (elements.length > 0 || isWritten(row, aspect)) cells.push({ row: row.id, column: aspect, elements, fields: [] })
      else if (isExpected(row, aspect, view))
        holes.push({ row: row.id, column: aspect, ...justification(row.id, [...aspectRules[aspect], `coverage/${aspect}`], view, today) })
    }
  return { rows: rows.map(lineOf), columns: aspects.map(aspectLine), cells, holes }
}

/** An aspect is called what the kind that fills it is called. */
const aspectLine = (aspect: Aspect): CoverageLine => ({
  id: aspect,
  kind: aspectKinds[aspect],
  name: kindOf(aspectKinds[aspect])?.label ?? aspect,
})

function byReference(rows: readonly Element[], options: Required<CoverageOptions>, view: View): Coverage {
  const { columns, today } = options
  const lines = elementsOf(columns, view)
  const places = new Map(lines.map(({ id }, index) => [id, index] as const))
  const cells: CoverageCell[] = []
  const met = new Set<ElementId>()
  const holes: CoverageHole[] = []
  for (const row of rows) {
    const links = linksOf(row, columns, view)
    const found = [...links.keys()].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    for (const column of found) {
      met.add(column)
      cells.push({ row: row.id, column, elements: [], fields: [...(links.get(column) ?? [])].sort() })
    }
    if (found.length === 0) holes.push({ row: row.id, ...justification(row.id, [`coverage/${columns}`], view, today) })
  }
  for (const { id } of lines) if (!met.has(id)) holes.push({ column: id, ...justification(id, [`coverage/${options.rows}`], view, today) })
  return { rows: rows.map(lineOf), columns: lines.map(lineOf), cells, holes }
}

/** Elements of a kind that an element refers to, is referred to by, owns or belongs to, with the fields that say so. */
function linksOf(row: Element, kind: string, view: View): ReadonlyMap<ElementId, ReadonlySet<string>> {
  const links = new Map<ElementId, Set<string>>()
  const note = (id: ElementId, field: string): void => {
    if (view.get(id)?.kind !== kind) return
    const known = links.get(id)
    if (known) known.add(field)
    else links.set(id, new Set([field]))
  }
  const declared = kindOf(row.kind)
  for (const { field, to } of declared ? referencesOf(declared, row) : []) note(to, field)
  for (const { from, field } of view.lookups.referrersOf(row.id, kind)) note(from, field)
  for (const id of view.lookups.ownedBy(row.id, kind)) note(id, 'owner')
  if (row.owner !== undefined) note(row.owner, 'owner')
  return links
}

/** A waiver holds until its expiry date, one without a date for ever. Source: contracts C3.5. */
function justification(object: ElementId, rules: readonly string[], view: View, today: string): { readonly justified?: ElementId } {
  for (const { from } of view.lookups.referrersOf(object, 'waiver', 'object')) {
    const waiver = view.get(from)
    const expires = textIn(waiver, 'expires')
    if (rules.includes(textIn(waiver, 'rule')) && (expires === '' || today < expires)) return { justified: from }
  }
  return {}
}
