import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { importers } from '#imports/index.ts'
import type { Imported, ImportInput, SourceFile } from '#imports/define-importer.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { emptySnapshot } from '#model/document/snapshot.ts'
import type { Element } from '#model/schema/element.ts'
import { wordingOf } from '#model/wording/index.ts'

export type CellValue = string | number | boolean | Date | null

/** A sheet of a test: rows, merged ranges as `[top, left, bottom, right]`, and whether it is hidden. */
export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges?: readonly (readonly [number, number, number, number])[]
  readonly hidden?: boolean
}

/** A workbook file of these sheets. */
export async function workbook(name: string, sheets: readonly TestSheet[]): Promise<SourceFile> {
  const written = sheets.map(
    ({ name: title, rows, merges = [], hidden = false }): WriteSheet => ({
      name: title,
      rows: rows.map(row => [...row]),
      hidden,
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
    }),
  )
  return { name, bytes: await writeXlsx({ sheets: written }) }
}

export const csv = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) })

/** What an import gives: the result as reported, and the document after it. */
export interface TakenIn extends Imported {
  readonly importer: string
  readonly state: DocumentState
  readonly elements: readonly Element[]
  readonly of: (kind: string) => readonly Element[]
  readonly named: (kind: string, name: string) => Element | undefined
  readonly counts: { readonly [kind: string]: number }
  readonly codes: readonly string[]
}

let next = 0

/** Takes files in as the command line does: whoever recognises them reads them. Throws when they are refused or the result is not whole. */
export function takeIn(
  files: readonly SourceFile[],
  {
    state = lookUp.start(emptySnapshot),
    map = {},
  }: { readonly state?: DocumentState; readonly map?: { readonly [header: string]: string } } = {},
): TakenIn {
  const input: ImportInput = {
    name: '测试清单',
    files,
    state,
    wording: wordingOf(state),
    newId: () => `e${next++}`,
    map: new Map(Object.entries(map)),
    partial: false,
    removals: false,
    takeSheet: false,
  }
  const importer = importers.find(one => one.sniff(input))
  const result = importer?.read(input)
  if (importer === undefined || !result?.ok) throw new Error(JSON.stringify(result ?? 'not recognised'))
  const after = apply(state.snapshot, result.value.delta)
  const breaches = breachesOf(after)
  if (breaches.length > 0) throw new Error(`not whole: ${JSON.stringify(breaches)}`)
  const elements = [...result.value.delta.values()].flatMap(([, one]) => (one ? [one] : []))
  const counts: Record<string, number> = {}
  for (const { kind } of elements) counts[kind] = (counts[kind] ?? 0) + 1
  return {
    ...result.value,
    importer: importer.id,
    state: lookUp.next(state, result.value.delta),
    elements,
    of: kind => elements.filter(one => one.kind === kind),
    named: (kind, name) => elements.find(one => one.kind === kind && one.name === name),
    counts,
    codes: result.value.warnings.map(one => one.code),
  }
}
