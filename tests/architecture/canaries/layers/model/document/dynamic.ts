export const load = () => import('#exports/ddl/write.ts')
