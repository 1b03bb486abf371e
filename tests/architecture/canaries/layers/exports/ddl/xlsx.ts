import { read } from 'xlsx'
import { writeXlsx } from 'hucre'
export const both = [read, writeXlsx]
