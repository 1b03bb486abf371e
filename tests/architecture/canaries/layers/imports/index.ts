import { read } from '#exports/ddl/read.ts'
import { format } from './table/format.ts'
export const importers = [read, format]
