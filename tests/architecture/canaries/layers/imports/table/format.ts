import { write } from '#exports/ddl/write.ts'
import { crc } from '#exports/writing/zip.ts'
import { readTable } from '../reading/workbook.ts'
export const format = [write, crc, readTable]
