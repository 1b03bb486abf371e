import { type RequirementLine, requirementLines } from '#model/method/requirements.ts'
import { textIn } from '#model/method/reading.ts'
import { evidenceFor, undeclared } from '#model/method/evidence.ts'
import { labelOf } from '#model/code-lists/index.ts'
import type { ElementId } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import { kindLabel } from '../output/describe.ts'
import type { Opened } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { elementsOf } from './list.ts'

/** The requirement list: one line per datum, with who uses it and how far it is. Source: contracts C5.3. */
export function requirements(opened: Opened): Outcome {
  const lines = requirementLines(opened.view())
  const nameOf = (id: ElementId | undefined): string | null => (id === undefined ? null : (opened.get(id)?.name ?? null))
  const json = lines.map(line => ({
    id: line.requirement?.id ?? null,
    code: line.requirement?.code ?? line.dataItem.code ?? null,
    name: line.dataItem.name,
    dataItem: line.dataItem.id,
    users: line.users.map(({ element, kind, how, organisation }) => ({
      element,
      kind,
      name: nameOf(element),
      organisation: nameOf(organisation),
      how,
    })),
    organisations: line.organisations.map(nameOf),
    timeliness: line.timeliness || null,
    state: line.requirement ? line.datum.state : 'proposed',
    selfProduced: line.datum.selfProduced,
    satisfied: line.datum.satisfied,
    source: { organisation: nameOf(line.source.organisation), system: nameOf(line.source.system), resource: nameOf(line.source.resource) },
  }))
  const counts = countsOf(lines)
  const rows = json.map(one => [
    one.code ?? '',
    one.name,
    String(one.users.length),
    one.source.organisation ?? '',
    labelOf('timeliness', one.timeliness ?? ''),
    stateLabel(one.state),
  ])
  const columns = [
    { title: text('cli/code') },
    { title: kindLabel('dataItem'), most: 36 },
    { title: text('cli/users'), align: 'right' as const },
    { title: text('cli/source'), most: 30 },
    { title: text('cli/timeliness') },
    { title: text('cli/state') },
  ]
  return { json: { requirements: json, counts }, text: `${table(columns, rows)}\n${text('cli/requirement-counts', counts)}` }
}

const stateLabel = (state: string): string => text(`state/${state}`) || labelOf('rightLegStatus', state)

function countsOf(lines: readonly RequirementLine[]): {
  total: number
  shared: number
  selfProduced: number
  satisfied: number
  proposed: number
} {
  const stored = lines.filter(line => line.requirement !== undefined)
  const selfProduced = stored.filter(line => line.datum.selfProduced).length
  return {
    total: stored.length,
    shared: stored.length - selfProduced,
    selfProduced,
    satisfied: stored.filter(line => line.datum.satisfied).length,
    proposed: lines.length - stored.length,
  }
}

/** Declared collaborations with their evidence by sort; links without one; declared ones without any evidence. Source: contracts C8b. */
export function collaborations(opened: Opened): Outcome {
  const view = opened.view()
  const nameOf = (id: unknown): string | null => (typeof id === 'string' ? (opened.get(id)?.name ?? null) : null)
  const declared = elementsOf(opened, 'collaboration').map(one => ({
    id: one.id,
    name: one.name,
    from: nameOf(one['from']),
    to: nameOf(one['to']),
    item: nameOf(one['item']),
    type: typeof one['type'] === 'string' ? one['type'] : null,
    content: typeof one['content'] === 'string' ? one['content'] : null,
    evidence: evidenceFor(one, view),
  }))
  const missing = missingCollaborations(opened)
  const unsupported = declared.filter(one => !one.evidence.link && !one.evidence.data && !one.evidence.indicator)
  const pairs = new Set(elementsOf(opened, 'collaboration').map(one => `${textIn(one, 'from')} ${textIn(one, 'to')}`)).size
  const counts = {
    declared: declared.length,
    byLink: declared.filter(one => one.evidence.link).length,
    missing: missing.length,
    unsupported: unsupported.length,
    pairs,
  }
  return {
    json: { declared, missing, unsupported, crossOrgPairs: pairs },
    text: [
      collaborationTable(declared),
      text('cli/collaboration-counts', counts),
      ...missing.map(one => text('cli/collaboration-missing', { from: one.from ?? '', to: one.to ?? '', item: one.item ?? '' })),
    ].join('\n'),
  }
}

interface Declared {
  readonly from: string | null
  readonly to: string | null
  readonly item: string | null
  readonly type: string | null
  readonly evidence: ReturnType<typeof evidenceFor>
}

function collaborationTable(declared: readonly Declared[]): string {
  const mark = (yes: boolean): string => (yes ? '●' : '')
  const rows = declared.map(one => [
    one.from ?? '',
    one.to ?? '',
    one.item ?? '',
    labelOf('collaborationType', one.type ?? ''),
    mark(one.evidence.link),
    mark(one.evidence.data),
    mark(one.evidence.indicator),
  ])
  const columns = [
    { title: text('cli/from'), most: 26 },
    { title: text('cli/to'), most: 26 },
    { title: kindLabel('item'), most: 36 },
    { title: text('cli/type') },
    { title: text('cli/by-link') },
    { title: text('cli/by-data') },
    { title: text('cli/by-indicator') },
  ]
  return table(columns, rows)
}

function missingCollaborations(opened: Opened): { from: string | null; to: string | null; item: string | null; link: string }[] {
  const view = opened.view()
  return elementsOf(opened, 'item').flatMap(item =>
    undeclared(item.id, view).map(({ from, to, via }) => ({
      from: opened.get(from)?.name ?? null,
      to: opened.get(to)?.name ?? null,
      item: item.name,
      link: via,
    })),
  )
}
