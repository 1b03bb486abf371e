import { PGlite } from '@electric-sql/pglite'

/** What a database holds after running tables: comments of tables and columns by name, and how many of each there are. */
export interface Held {
  readonly tables: ReadonlyMap<string, string>
  readonly columns: ReadonlyMap<string, string>
}

/** Runs SQL in a PostgreSQL of its own; the caller closes it. */
export async function executed(sql: string): Promise<PGlite> {
  const database = await PGlite.create()
  await database.exec(sql)
  return database
}

/** The tables and columns of the public schema with their comments; a sign goes before each, since the driver drops a byte order mark. */
export async function heldBy(database: PGlite): Promise<Held> {
  const { rows } = await database.query<{ readonly name: string; readonly column: string | null; readonly said: string | null }>(`
    SELECT c.relname AS name, NULL AS column, '|' || obj_description(c.oid) AS said FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT c.relname, a.attname, '|' || col_description(c.oid, a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0`)
  return {
    tables: new Map(rows.flatMap(({ name, column, said }) => (column === null ? [[name, (said ?? '').slice(1)] as const] : []))),
    columns: new Map(
      rows.flatMap(({ name, column, said }) => (column === null ? [] : [[`${name}.${column}`, (said ?? '').slice(1)] as const])),
    ),
  }
}
