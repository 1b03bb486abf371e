import { lookUp } from '#model/derive/index.ts'
import type { Delta } from '#model/document/delta.ts'
import { type Draft, openDraft } from '#model/document/draft.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import type { ElementId, FieldValue } from '#model/schema/element.ts'
import type { Imported, ImportInput, ImportWarning, Refused } from '../define-importer.ts'
import type { Row, Sheet } from '../tabular/workbook.ts'
import { isNote, readLoosely, type Texts, textsReader } from './cells.ts'
import { type Groups, openGroups } from './groups.ts'
import { type Header, repeatsHeader } from './header.ts'
import { type Matching, openMatching } from './match.ts'
import { openOrganisations, type Organisations } from './organisations.ts'

/** A list being taken in, sheet by sheet. */
export interface Taking {
  readonly sheet: (file: string, sheet: Sheet, header: Header) => void
  readonly warn: (code: string, values: ImportWarning['values']) => void
  readonly finish: () => Omit<Imported, 'mapping'>
}

/** Everything rows of one import share. */
interface Desk {
  readonly input: ImportInput
  readonly draft: Draft
  readonly organisations: Organisations
  readonly groups: Groups
  readonly matching: Matching
  readonly counts: Map<string, number>
  readonly refused: Refused[]
  readonly warnings: ImportWarning[]
  links: number
}

export function openTaking(input: ImportInput): Taking {
  const draft = openDraft(input.state, lookUp, input.newId)
  const desk: Desk = {
    input,
    draft,
    organisations: openOrganisations(draft),
    groups: openGroups(draft, input.name),
    matching: openMatching(draft),
    counts: new Map(),
    refused: [],
    warnings: [],
    links: 0,
  }
  return {
    sheet: (file, sheet, header) => takeRows(desk, file, sheet, header),
    warn: (code, values) => desk.warnings.push({ code, values }),
    finish() {
      desk.organisations.finish()
      for (const twin of desk.matching.twins()) desk.warnings.push({ code: 'same-name-twice', values: twin })
      const delta: Delta = draft.delta()
      return { delta, read: Object.fromEntries(desk.counts), links: desk.links, refused: desk.refused, warnings: desk.warnings }
    },
  }
}

const count = ({ counts }: Desk, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1)

function takeRows(desk: Desk, file: string, sheet: Sheet, header: Header): void {
  const kind = kindOf(header.kind)
  if (kind === undefined) return
  const textsOf = textsReader(sheet)
  const widest = Math.max(...header.titles.keys())
  const above = new Map<string, string>()
  let beyond = 0
  count(desk, 'headerRows')
  for (const row of sheet.rows.slice(header.firstData)) {
    const texts = textsOf(row)
    if (texts.size === 0) continue
    if (repeatsHeader(row, header)) count(desk, 'repeatedHeaders')
    else if (isNote(texts) && !nameOf(texts, header)) count(desk, 'notes')
    else {
      count(desk, 'rows')
      if ([...texts.keys()].some(column => column > widest)) beyond++
      takeRow(desk, { file, sheet: sheet.name, row, texts, header, kind, above })
    }
  }
  if (beyond > 0) desk.warnings.push({ code: 'header-narrower', values: { file, sheet: sheet.name, rows: beyond } })
}

interface RowInput {
  readonly file: string
  readonly sheet: string
  readonly row: Row
  readonly texts: Texts
  readonly header: Header
  readonly kind: Kind
  /** The last department and group seen: lists write them once and leave the cells below empty. */
  readonly above: Map<string, string>
}

function columnOf(header: Header, field: string): number | undefined {
  for (const [column, one] of header.fields) if (one === field) return column
  return undefined
}

function textOf(texts: Texts, header: Header, field: string): string {
  const column = columnOf(header, field)
  return column === undefined ? '' : (texts.get(column) ?? '')
}

const nameOf = (texts: Texts, header: Header): string => textOf(texts, header, 'name')

function takeRow(desk: Desk, input: RowInput): void {
  const { texts, header, kind } = input
  const name = nameOf(texts, header)
  if (name === '') {
    desk.refused.push({
      file: input.file,
      sheet: input.sheet,
      row: input.row.index + 1,
      column: header.titles.get(columnOf(header, 'name') ?? 0) ?? '',
      code: 'name-missing',
      values: { kind: kind.name },
    })
    return
  }
  const fields = fieldsOf(desk, input)
  const organisation = organisationOf(desk, input)
  if (organisation !== undefined && kind.fields['lead']) fields['lead'] = organisation
  const owner = kind.name === 'item' ? desk.groups.unitOf(groupOf(input)) : undefined
  if (organisation !== undefined) desk.links++
  desk.matching.put(kind.name, name, fields, owner)
}

function organisationOf(desk: Desk, { texts, header, above }: RowInput): ElementId | undefined {
  const written = textOf(texts, header, '@organisation')
  if (written !== '') above.set('@organisation', written)
  const name = written || (above.get('@organisation') ?? '')
  if (name === '') return undefined
  return desk.organisations.idOf(
    name,
    written === '' ? undefined : textOf(texts, header, '@organisationCode'),
    textOf(texts, header, '@region') || undefined,
  )
}

/** A group that is empty where the department is too belongs to the group above; an empty group beside a department is none. */
function groupOf({ texts, header, above }: RowInput): string {
  const written = textOf(texts, header, '@group')
  const isContinued = written === '' && columnOf(header, '@organisation') !== undefined && textOf(texts, header, '@organisation') === ''
  if (!isContinued) above.set('@group', written)
  return isContinued ? (above.get('@group') ?? '') : written
}

/** Declared fields of a row; what is not understood stays readable in the note, and is said. */
function fieldsOf(desk: Desk, { texts, header, kind }: RowInput): Record<string, FieldValue | undefined> {
  const fields: Record<string, FieldValue | undefined> = {}
  const kept: string[] = []
  for (const [column, name] of header.fields) {
    const text = texts.get(column)
    const field = kind.fields[name]
    if (text === undefined || name === 'name' || name.startsWith('@')) continue
    if (field === undefined) {
      fields[name] = text
      continue
    }
    const { value, unknown } = readLoosely(field, text, desk.input.wording)
    if (value !== undefined) fields[name] = value
    if (unknown.length === 0) continue
    kept.push(`${field.label}：${unknown.join('、')}`)
    desk.warnings.push({
      code: 'value-kept-as-note',
      values: { kind: kind.name, field: name, value: unknown.join('、'), name: nameOf(texts, header) },
    })
  }
  if (kept.length > 0) fields['note'] = [fields['note'], ...kept].filter(one => one !== undefined).join('\n')
  return fields
}
