import { ok } from '#model/base/result.ts'
export const fine = ok(1)
