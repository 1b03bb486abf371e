import { ok, type Result } from '#model/base/result.ts'
import { limits } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'
import type { Sheet } from '../workbook.ts'
import { type FindPart, partFinder, type Relation, relationOfType, relationsOf } from './relations.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: Sheet['hidden']
  readonly part: string
}

/** Where everything in a workbook stands. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  /** Sheets that hold a chart, a dialog or a macro. */
  readonly otherSheets: number
  readonly strings: string | undefined
  readonly styles: string | undefined
  readonly uses1904: boolean
  readonly find: FindPart
}

interface Stated {
  readonly sheets: { readonly name: string; readonly hidden: Sheet['hidden']; readonly relation: string }[]
  root: string
  uses1904: boolean
}

/** Finds the parts of a workbook by their relations; producers name and case them as they like. A part that is named must be there. */
export function findParts(archive: Archive): Result<WorkbookParts, ReadingProblem> {
  const find = partFinder(archive)
  const root = relationsOf(archive, find, '')
  if (!root.ok) return root
  const workbook = find(relationOfType(root.value, 'officeDocument')?.target ?? '') ?? find('xl/workbook.xml')
  if (workbook === undefined) return problem('not-a-table', {})
  const relations = relationsOf(archive, find, workbook)
  if (!relations.ok) return relations
  const stated = readWorkbook(archive, workbook)
  if (!stated.ok) return stated
  return placed(stated.value, relations.value, find)
}

function readWorkbook(archive: Archive, part: string): Result<Stated, ReadingProblem> {
  const stated: Stated = { sheets: [], root: '', uses1904: false }
  const read = readXml(take => archive.unpack(part, take), {
    open(name, attribute) {
      if (stated.root === '') stated.root = name
      if (name === 'workbookPr') stated.uses1904 = ['1', 'true', 'on'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const state = attribute('state')
      stated.sheets.push({
        name: attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relation: attribute('id') ?? '',
      })
    },
  })
  if (!read.ok) return read
  if (stated.root !== 'workbook') return problem('not-a-table', {})
  return stated.sheets.length > limits.sheets ? problem('too-many-parts', { count: stated.sheets.length, most: limits.sheets }) : ok(stated)
}

function placed(stated: Stated, relations: ReadonlyMap<string, Relation>, find: FindPart): Result<WorkbookParts, ReadingProblem> {
  const sheets: SheetPart[] = []
  for (const { name, hidden, relation: id } of stated.sheets) {
    const relation = relations.get(id)
    if (relation && !relation.type.endsWith('/worksheet')) continue
    const part = relation && find(relation.target)
    if (part === undefined) return problem('damaged', { part: name })
    sheets.push({ name, hidden, part })
  }
  const [strings, styles] = ['sharedStrings', 'styles'].map(type => relationOfType(relations, type)?.target)
  for (const target of [strings, styles])
    if (target !== undefined && find(target) === undefined) return problem('damaged', { part: target })
  return ok({
    sheets,
    otherSheets: stated.sheets.length - sheets.length,
    strings: find(strings ?? ''),
    styles: find(styles ?? ''),
    uses1904: stated.uses1904,
    find,
  })
}
