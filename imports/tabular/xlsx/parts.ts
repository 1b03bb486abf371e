import { ok, type Result } from '#model/base/result.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'
import type { ReadingWarning, Sheet } from '../workbook.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: Sheet['hidden']
  /** Undefined when the workbook names a part that is not there. */
  readonly part: string | undefined
}

/** Where everything in a workbook stands. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly strings: string | undefined
  readonly styles: string | undefined
  readonly uses1904: boolean
  readonly warnings: readonly ReadingWarning[]
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** Finds the parts of a workbook by their relations; producers name and case them as they like. */
export function findParts(archive: Archive): Result<WorkbookParts, ReadingProblem> {
  const find = finder(archive)
  const root = relationsOf(archive, find, '')
  const office = [...root.values()].find(one => one.type.endsWith('/officeDocument'))
  const workbook = (office && find(office.target)) ?? find('xl/workbook.xml')
  if (workbook === undefined) return problem('not-a-table', {})
  const bytes = archive.part(workbook)
  if (!bytes.ok) return bytes
  const relations = relationsOf(archive, find, workbook)
  const sheets: SheetPart[] = []
  let uses1904 = false
  const read = readXml(bytes.value, {
    open(name, attributes) {
      if (name === 'workbookPr') uses1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attributes.get('id') ?? '')
      if (relation && !relation.type.endsWith('/worksheet')) return
      const state = attributes.get('state')
      sheets.push({
        name: attributes.get('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        part: relation && find(relation.target),
      })
    },
  })
  if (!read.ok) return read
  const byType = (type: string): string | undefined => find([...relations.values()].find(one => one.type.endsWith(type))?.target ?? '')
  return ok({ sheets, strings: byType('/sharedStrings'), styles: byType('/styles'), uses1904, warnings: passedOver(archive) })
}

/** Finds a part by its path, however it is cased or slashed. */
function finder(archive: Archive): (path: string) => string | undefined {
  const byKey = new Map(archive.names.map(name => [name.toLowerCase(), name] as const))
  return path => byKey.get(path.replace(/^\//u, '').toLowerCase())
}

function relationsOf(archive: Archive, find: (path: string) => string | undefined, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = find(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  const bytes = name === undefined ? undefined : archive.part(name)
  if (!bytes?.ok) return relations
  readXml(bytes.value, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return
      const target = attributes.get('Target') ?? ''
      relations.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type') ?? '',
        target: target.startsWith('/') ? target : resolved(folder, target),
      })
    },
  })
  return relations
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const ignored: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['macros-ignored', /vbaProject\.bin$/iu],
  ['external-links-ignored', /externalLinks\/[^/]*\.xml$/iu],
  ['embedded-objects-ignored', /(?:embeddings|activeX)\//iu],
]

/** Macros, links and embedded objects are counted, never opened. Source: reliability I9. */
function passedOver(archive: Archive): ReadingWarning[] {
  return ignored.flatMap(([code, pattern]) => {
    const count = archive.names.filter(name => pattern.test(name)).length
    return count > 0 ? [{ code, values: { count } }] : []
  })
}
