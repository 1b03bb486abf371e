import { joinedLines } from '#model/base/text.ts'
import { lookUp } from '#model/derive/index.ts'
import { type Draft, openDraft } from '#model/document/draft.ts'
import { kindOf } from '#model/kinds/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { FieldValue } from '#model/schema/element.ts'
import type { Imported, ImportInput, ImportWarning, Refused } from '../define-importer.ts'
import type { Table } from './header/blocks.ts'
import { type Groups, openGroups } from './groups.ts'
import type { Header } from './header/header.ts'
import { type Matching, openMatching } from './match.ts'
import { isOrganisation, openOrganisations, type Organisations, organisationAbove } from './organisations.ts'
import { columnOf, type ListRow, readRows } from './rows.ts'
import { headerKey } from './header/titles.ts'
import { codeText, isRounded, type LooseValue, readLoosely, withUnit } from './values.ts'

/** A list being taken in, table by table. */
export interface Taking {
  readonly table: (file: string, table: Table) => void
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
    table: (file, table) => takeTable(desk, file, table),
    warn: (code, values) => desk.warnings.push({ code, values }),
    finish() {
      desk.organisations.finish()
      for (const twin of desk.matching.twins()) desk.warnings.push({ code: 'same-name-twice', values: twin })
      const { counts, links, refused, warnings } = desk
      return { delta: draft.delta(), read: Object.fromEntries(counts), links, refused, warnings }
    },
  }
}

function takeTable(desk: Desk, file: string, { sheet, header }: Table): void {
  const kind = kindOf(header.kind)
  if (kind === undefined) return
  const { rows, skipped, beyond } = readRows(sheet, header)
  const add = (what: string, count: number): void => void (count > 0 && desk.counts.set(what, (desk.counts.get(what) ?? 0) + count))
  add('headerRows', 1)
  add('titleRows', header.skipped)
  for (const [what, count] of skipped) add(what, count)
  desk.counts.set('rows', (desk.counts.get('rows') ?? 0) + rows.length)
  const above = new Map<string, string>()
  const owner = organisationAbove(sheet.rows.slice(0, header.skipped))
  for (const row of rows) takeRow(desk, { file, sheet: sheet.name, row, header, kind, above, owner })
  const place = { file, sheet: sheet.name }
  const names = kind.name === 'item' && columnOf(header, '@organisation') === undefined && owner === undefined
  if (rows.length === 0) desk.warnings.push({ code: 'no-rows', values: place })
  else if (names && above.size === 0) desk.warnings.push({ code: 'no-department', values: { ...place, rows: rows.length } })
  if (beyond > 0) desk.warnings.push({ code: 'header-narrower', values: { ...place, rows: beyond } })
}

interface RowInput {
  readonly file: string
  readonly sheet: string
  readonly row: ListRow
  readonly header: Header
  readonly kind: Kind
  /** The last department and group seen: lists write them once and leave the cells below empty. */
  readonly above: Map<string, string>
  /** The department named above the header. */
  readonly owner: string | undefined
}

function textOf({ row, header }: RowInput, field: string): string {
  const column = columnOf(header, field)
  return column === undefined ? '' : (row.texts.get(column) ?? '')
}

/** Where a main item is not divided, it is the item itself. */
function nameOf(input: RowInput): string {
  const name = joinedLines(textOf(input, 'name'))
  if (name !== '' && !/^[/\\—-]+$|^无$/u.test(name)) return name
  const title = headerKey(input.header.titles.get(columnOf(input.header, '@group') ?? -1) ?? '')
  return /主项|事项|权力|职权/u.test(title) ? joinedLines(textOf(input, '@group')) : ''
}

/** The longest name an element can have. */
const LONGEST_NAME = 2000

function takeRow(desk: Desk, input: RowInput): void {
  const { kind, header, row } = input
  const name = nameOf(input)
  if (name === '' || name.length > LONGEST_NAME) {
    const column = header.titles.get(columnOf(header, 'name') ?? -1) ?? ''
    const code = name === '' ? 'name-missing' : 'name-too-long'
    desk.refused.push({ file: input.file, sheet: input.sheet, row: row.index + 1, column, code, values: { kind: kind.name } })
    return
  }
  const fields = fieldsOf(desk, input, name)
  const owner = kind.name === 'item' ? desk.groups.unitOf(groupOf(input)) : undefined
  if (kind.name === 'item') departments(desk, input, fields)
  desk.matching.put(kind.name, name, fields, owner)
}

/** The first department leads, others named with it assist. */
function departments(desk: Desk, input: RowInput, fields: Record<string, FieldValue | undefined>): void {
  const written = textOf(input, '@organisation')
  const section = columnOf(input.header, '@organisation') === undefined ? input.row.sections.filter(isOrganisation).at(-1) : undefined
  if (written !== '' || section !== undefined) input.above.set('@organisation', written || (section ?? ''))
  const text = input.above.get('@organisation') ?? input.owner ?? ''
  if (text === '') return
  const code = written === '' ? undefined : codeText(textOf(input, '@organisationCode'))
  const [lead, ...others] = desk.organisations.idsOf(text, code, codeText(textOf(input, '@region')) || undefined)
  const assists = new Set([...((fields['assists'] as readonly string[] | undefined) ?? []), ...others])
  desk.links += 1 + others.length
  fields['lead'] = lead
  if (assists.size > 0) fields['assists'] = [...assists].sort()
}

/**
 * A group that is empty where the department is too belongs to the group above; an empty group beside a department is none.
 * Without a column of departments, a group that stands left of the names counts until the next.
 */
function groupOf(input: RowInput): string {
  const { header, above, row } = input
  const [group, department] = [columnOf(header, '@group'), columnOf(header, '@organisation')]
  if (group === undefined) return row.sections.filter(section => !isOrganisation(section)).at(-1) ?? ''
  const written = joinedLines(textOf(input, '@group'))
  const isBelow = department === undefined ? group < (columnOf(header, 'name') ?? 0) : textOf(input, '@organisation') === ''
  if (written !== '' || !isBelow) above.set('@group', written)
  return above.get('@group') ?? ''
}

/** Declared fields of a row; what is not understood stays readable in the note, and is said. */
function fieldsOf(desk: Desk, input: RowInput, element: string): Record<string, FieldValue | undefined> {
  const { header, kind, row } = input
  const fields: Record<string, FieldValue | undefined> = {}
  const kept: string[] = []
  for (const [column, name] of header.fields) {
    const text = row.texts.get(column)
    if (text === undefined || name === 'name' || name.startsWith('@') || name.includes('.')) continue
    const field = fieldOf(kind, name)
    if (field === undefined || isCode(name)) {
      fields[name] = codeText(text)
      if (isRounded(text))
        desk.warnings.push({ code: 'code-rounded', values: { kind: kind.name, field: name, value: text, name: element } })
      continue
    }
    const { value, unknown } = valueOf(desk, field, text, { title: header.titles.get(column) ?? '', unit: textOf(input, `${name}.unit`) })
    if (value !== undefined) fields[name] = value
    if (unknown.length === 0) continue
    kept.push(`${field.label}：${unknown.join('、')}`)
    desk.warnings.push({ code: 'value-kept-as-note', values: { kind: kind.name, field: name, value: unknown.join('、'), name: element } })
  }
  if (kept.length > 0) fields['note'] = [...(typeof fields['note'] === 'string' ? [fields['note']] : []), ...kept].join('\n')
  return fields
}

const isCode = (field: string): boolean => /code$/iu.test(field)

/** A department named in any column becomes one; other references must exist. */
function valueOf(desk: Desk, field: Field, text: string, { title, unit }: { readonly title: string; readonly unit: string }): LooseValue {
  if (field.type === 'duration') return readLoosely(field, withUnit(text, title, unit || undefined), desk.input.wording)
  const isDepartment = (field.type === 'ref' || field.type === 'refs') && field.refersTo?.join() === 'organisation'
  if (!isDepartment) return readLoosely(field, text, desk.input.wording)
  const ids = /^[/\\—-]+$|^无$/u.test(text) ? [] : desk.organisations.idsOf(text, undefined, undefined)
  desk.links += ids.length
  if (ids.length === 0) return { value: undefined, unknown: [] }
  if (field.type === 'refs') return { value: [...new Set(ids)].sort(), unknown: [] }
  return { value: ids[0], unknown: ids.slice(1).flatMap(id => desk.draft.get(id)?.name ?? []) }
}
