import type { Sql } from '#exports/ddl/write.ts'
export type Text = Sql
