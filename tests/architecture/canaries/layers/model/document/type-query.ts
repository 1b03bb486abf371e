export type Sql = import('#exports/ddl/write.ts').Sql
