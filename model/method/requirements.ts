import type { Element, ElementId } from '../schema/element.ts'
import { naturalCompare } from '../base/text.ts'
import { datum, type Datum } from './datum.ts'
import type { View } from './define-fact.ts'
import { textIn } from './reading.ts'
import { type Source, source } from './source.ts'
import { type Use, uses } from './uses.ts'

/** How soon data must arrive, strictest first. */
export const timelinesses = ['minute', 'hour', 'day', 'batch'] as const

/** A line of the requirement list: a stored requirement, or the proposal of one that is missing. */
export interface RequirementLine {
  readonly dataItem: Element
  /** Absent when the requirement is only proposed. */
  readonly requirement?: Element
  readonly users: readonly Use[]
  readonly organisations: readonly ElementId[]
  readonly timeliness: string
  readonly datum: Datum
  readonly source: Source
}

const nothing: Source = {}

/**
 * One line per data item that has a use or whose requirement a person entered, in natural order of code, then name.
 * Uses never multiply it. Source: contracts C1.3.
 */
export function requirementLines(view: View): RequirementLine[] {
  const lines: RequirementLine[] = []
  for (const id of view.lookups.allOf('dataItem')) {
    const line = lineOf(id, view)
    if (line) lines.push(line)
  }
  return lines.sort(
    (a, b) =>
      naturalCompare(a.dataItem.code ?? '\uFFFD', b.dataItem.code ?? '\uFFFD') ||
      naturalCompare(a.dataItem.name, b.dataItem.name) ||
      naturalCompare(a.dataItem.id, b.dataItem.id),
  )
}

function lineOf(id: ElementId, view: View): RequirementLine | undefined {
  const dataItem = view.get(id)
  const known = view.fact(datum, id)
  const users = view.fact(uses, id) ?? []
  if (dataItem === undefined || known === undefined || (users.length === 0 && known.requirement === undefined)) return undefined
  const requirement = known.requirement === undefined ? undefined : view.get(known.requirement)
  const organisations = new Set(users.flatMap(use => (use.organisation === undefined ? [] : [use.organisation])))
  return {
    dataItem,
    ...(requirement ? { requirement } : {}),
    users,
    organisations: [...organisations].sort(),
    timeliness: textIn(requirement, 'timeliness') || strictest(users, view),
    datum: known,
    source: view.fact(source, id) ?? nothing,
  }
}

/** The strictest timeliness a using step, indicator or collaboration states; empty when none does. */
function strictest(users: readonly Use[], view: View): string {
  const stated = new Set(users.map(use => textIn(view.get(use.element), 'timeliness')))
  return timelinesses.find(one => stated.has(one)) ?? ''
}
