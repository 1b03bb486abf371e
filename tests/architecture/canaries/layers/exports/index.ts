import { write } from './ddl/write.ts'
import { scaffold } from './scaffold/write.ts'
export const exporters = [write, scaffold]
