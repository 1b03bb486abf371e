import { write } from '#exports/ddl/write.ts'
export const worker = () => [new URL('../../host/core/save.ts', import.meta.url), write]
