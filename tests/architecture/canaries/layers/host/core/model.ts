import { ok } from '#model/base/result.ts'
import { problems } from '#bridge/problems.ts'
export const kept = [ok, problems]
