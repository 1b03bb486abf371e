export { err, ok, type Result } from '#model/base/result.ts'
