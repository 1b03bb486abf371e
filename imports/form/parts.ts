import { strFromU8, strToU8 } from 'fflate'
import type { WorkbookParts } from '../reading/xlsx/parts.ts'
import { type Insertion, shiftXmlFormula, shiftRanges } from './shift.ts'

/** The parts of a workbook by path. */
export type Parts = Map<string, Uint8Array>

/** Changes the text of a part, if it is there. */
export function edit(content: Parts, part: string, change: (xml: string) => string): void {
  const bytes = content.get(part)
  if (bytes === undefined) return
  const before = strFromU8(bytes)
  const after = change(before)
  if (after !== before) content.set(part, strToU8(after))
}

/** The sheet into which rows were put. */
export interface Shifting {
  readonly part: string
  readonly name: string
  readonly insertion: Insertion
}

/** What other parts say of the rows that moved: names of the workbook, formulas of other sheets, tables and comments of this one. */
export function shiftOthers(content: Parts, { sheets, find }: WorkbookParts, { part, name, insertion }: Shifting): void {
  const workbook = find('xl/workbook.xml') ?? ''
  edit(content, workbook, xml =>
    xml.replaceAll(
      /(<(?:\w+:)?definedName\b[^<>]*>)([^<]+)</gu,
      (_, head: string, formula: string) => `${head}${shiftXmlFormula(formula, insertion, { own: '', changed: name })}<`,
    ),
  )
  for (const other of sheets)
    if (other.part !== part)
      edit(content, other.part, xml =>
        xml.replaceAll(
          /(<(?:\w+:)?f\b[^<>]*>)([^<]+)</gu,
          (_, head: string, formula: string) => `${head}${shiftXmlFormula(formula, insertion, { own: other.name, changed: name })}<`,
        ),
      )
  for (const related of relatedParts(content, part)) {
    if (/\/(?:tables|comments)[^/]*\/?[^/]*\.xml$/iu.test(related))
      edit(content, related, xml => xml.replaceAll(/\bref="([A-Z$\d:]+)"/gu, (_, ref: string) => `ref="${shiftRanges(ref, insertion)}"`))
    if (/\.vml$/iu.test(related))
      edit(content, related, xml =>
        xml.replaceAll(/<x:Row>(\d+)<\/x:Row>/gu, (_, row: string) => `<x:Row>${shiftedRow(Number(row), insertion)}</x:Row>`),
      )
    if (/\/drawings\/[^/]*\.xml$/iu.test(related))
      edit(content, related, xml =>
        xml.replaceAll(
          /<((?:\w+:)?row)>(\d+)<\/\1>/gu,
          (_, tag: string, row: string) => `<${tag}>${shiftedRow(Number(row), insertion)}</${tag}>`,
        ),
      )
  }
}

const shiftedRow = (row: number, { before, count }: Insertion): number => (row >= before ? row + count : row)

/** Parts that a sheet refers to, by the targets of its relations. */
function relatedParts(content: Parts, part: string): readonly string[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = content.get(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (relations === undefined) return []
  return Array.from(strFromU8(relations).matchAll(/Target="([^"]+)"/gu), ([, target = '']) =>
    target.startsWith('/') ? target.slice(1) : target.replace(/^\.\.\//u, folder.replace(/(?<![^/])[^/]+\/$/u, '')),
  )
}

const formulaResult = /(<\/(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*\/>)\s*<((?:\w+:)?v)>[^<]*<\/\2>/gu

/**
 * Where any formula looks at the filled sheet, the stored results are those of the empty form: they are left out, and the program
 * that opens the workbook computes them.
 */
export function dropResults(content: Parts, { sheets, find }: WorkbookParts, { part, name }: Pick<Shifting, 'part' | 'name'>): void {
  const isFilled = (xml: string): boolean => xml.includes(`${name}!`) || xml.includes(`${name}'!`) || xml.includes(`${name}&apos;!`)
  const isSeen = sheets.some(sheet => {
    const xml = strFromU8(content.get(sheet.part) ?? new Uint8Array())
    return /<(?:\w+:)?f[\s>]/u.test(xml) && (sheet.part === part || isFilled(xml))
  })
  if (!isSeen) return
  for (const sheet of sheets) edit(content, sheet.part, xml => xml.replaceAll(formulaResult, '$1'))
  edit(content, find('xl/workbook.xml') ?? '', xml =>
    xml.replace(
      /<((?:\w+:)?calcPr)\b([^<>]*?)(\/?)>/u,
      (_, tag: string, own: string, end: string) =>
        `<${tag}${own.replace(/(?<!\s)\s*fullCalcOnLoad="[^"]*"/u, '')} fullCalcOnLoad="1"${end}>`,
    ),
  )
  // A list of cells with formulas; it would name cells that have moved, and programs make it anew.
  if (!content.delete(find('xl/calcChain.xml') ?? '')) return
  edit(content, '[Content_Types].xml', xml => xml.replaceAll(/<Override\b[^<>]*calcChain[^<>]*\/>/gu, ''))
  edit(content, find('xl/_rels/workbook.xml.rels') ?? '', xml => xml.replaceAll(/<Relationship\b[^<>]*calcChain[^<>]*\/>/gu, ''))
}
