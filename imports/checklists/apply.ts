import { lookUp } from '#model/derive/index.ts'
import { type Draft, openDraft } from '#model/document/draft.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { checkedFields } from '#model/operations/checked-fields.ts'
import type { Element, ElementId, FieldValue } from '#model/schema/element.ts'
import type { Refused } from '../define-importer.ts'
import type { Entry } from './entries.ts'
import { openPlacing } from './order.ts'
import { placeOf, type RowOutcome } from './row-outcome.ts'

/** What rows did to the document, and which of them it would not have. */
export interface Applied {
  readonly draft: Draft
  readonly refused: readonly Refused[]
  readonly left: ReadonlySet<Entry>
}

/**
 * Applies rows whole or not at all. A row that is left out takes with it those that refer to an element it was to add, so rows
 * are applied again until none is left out any more.
 */
export function applyRows(outcomes: readonly RowOutcome[], state: DocumentState, newId: () => ElementId): Applied {
  const names = new Map(outcomes.map(({ entry }) => [entry.id, entry.name] as const))
  const refused: Refused[] = outcomes.flatMap(one => one.refused)
  const left = new Set(outcomes.filter(one => one.refused.length > 0).map(one => one.entry))
  for (;;) {
    const draft = openDraft(state, lookUp, newId)
    const more = applyOnce(draft, state, outcomes, left)
    if (more.size === 0) return { draft, refused, left }
    for (const [entry, reason] of more) {
      left.add(entry)
      // An element that another row was to add is known to people by its name only.
      const value = names.get(String(reason.values['value'])) ?? reason.values['value'] ?? entry.name
      refused.push({ ...reason, values: { ...reason.values, value } })
    }
  }
}

/** Rows that turn out not to fit, with the reason. */
type Unfit = Map<Entry, Refused>

function applyOnce(draft: Draft, state: DocumentState, outcomes: readonly RowOutcome[], left: ReadonlySet<Entry>): Unfit {
  const unfit: Unfit = new Map()
  const rows = outcomes.filter(one => !left.has(one.entry) && Object.keys(one.patch).length > 0)
  for (const { entry, patch } of rows) if (isNew(entry)) draft.add(bare(entry, patch))
  for (const outcome of rows) setFields(draft, outcome, unfit)
  if (unfit.size > 0) return unfit
  for (const { entry, patch } of rows)
    if ('owner' in patch && leadsBack(draft, entry.id))
      unfit.set(entry, refusedRow(entry, 'owner-cycle', { name: draft.get(entry.id)?.name ?? '' }))
  if (unfit.size === 0) place(draft, state, outcomes)
  return unfit
}

const isNew = ({ element }: Entry): boolean => element === undefined

const bare = ({ id, table, copiedFrom }: Entry, patch: RowOutcome['patch']): Element => ({
  id,
  kind: table.located.kind.name,
  name: stringIn(patch['name']),
  ...(copiedFrom === undefined && stringIn(patch['code']) !== '' ? { code: stringIn(patch['code']) } : {}),
})

const stringIn = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '')

function setFields(draft: Draft, { entry, patch }: RowOutcome, unfit: Unfit): void {
  const { owner, ...fields } = patch
  if (typeof owner === 'string' && draft.get(owner) === undefined) {
    unfit.set(entry, refusedRow(entry, 'reference-unknown', { value: entry.row.cells.get('owner')?.text ?? owner }))
    return
  }
  const named = 'name' in fields ? { ...fields, name: stringIn(fields['name']) } : fields
  const checked = checkedFields(draft, entry.table.located.kind, named)
  if (!checked.ok) {
    unfit.set(entry, refusedRow(entry, checked.error.code, checked.error.values ?? {}))
    return
  }
  const name = 'name' in fields ? { name: stringIn(fields['name']) } : {}
  draft.set(entry.id, { ...checked.value, ...name, ...('owner' in patch ? { owner } : {}) })
}

const refusedRow = (entry: Entry, code: string, values: Refused['values']): Refused => ({
  ...placeOf(entry),
  code,
  values: { ...values, kind: entry.table.located.kind.name },
})

/** Whether an element would stand below itself. */
function leadsBack(draft: Draft, id: ElementId): boolean {
  const seen = new Set<ElementId>()
  for (let above = draft.get(id)?.owner; above !== undefined; above = draft.get(above)?.owner) {
    if (above === id || seen.has(above)) return true
    seen.add(above)
  }
  return false
}

/** New and moved elements stand behind the row above them, if it has the same owner, else at the end. */
function place(draft: Draft, state: DocumentState, outcomes: readonly RowOutcome[]): void {
  const placing = openPlacing(draft, state)
  let above: ElementId | undefined
  for (const { entry, patch } of outcomes) {
    const element = draft.get(entry.id)
    if (element === undefined) continue
    if (element.owner !== undefined && (isNew(entry) || 'owner' in patch))
      draft.set(entry.id, { order: placing.keyFor(element.owner, isNew(entry) ? above : undefined) })
    else if (element.owner === undefined && element.order !== undefined) draft.set(entry.id, { order: undefined })
    above = entry.id
  }
}
