import { checklists } from './checklists/read.ts'
import { dak } from './dak/read.ts'
import type { Importer } from './define-importer.ts'
import { table } from './table/read.ts'

/** Formats others made; the first that recognises a source reads it. */
export const importers: readonly Importer[] = [checklists, dak, table]
