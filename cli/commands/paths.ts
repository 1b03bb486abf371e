import { text } from '#words/index.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError } from '../output/outcome.ts'

/** The last part of a path. */
export const baseName = (path: string): string => path.replace(/(?<![/\\])[/\\]+$/u, '').replace(/^.*[/\\]/u, '')

/** What `--map 表头=字段` says, header to field. */
export function mapOf(written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    written.map(one => {
      const equals = one.lastIndexOf('=')
      if (equals < 1) throw new CommandError('usage', text('cli/mapping', { written: one }), exitCodes.usage)
      return [one.slice(0, equals), one.slice(equals + 1)] as const
    }),
  )
}
