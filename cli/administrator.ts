import { readFile } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { z } from 'zod'

/** What an administrator decides for everyone on a machine. Source: docs/decisions/0009. */
export interface Administration {
  readonly secretMarks: {
    /** Whether texts are looked at before they come in and go out. */
    readonly enabled: boolean
    /** Words that are marks here besides those of the law. */
    readonly words: readonly string[]
    /** A sentence of the house, said after ours: whom to call, what to do. */
    readonly sentence: string
  }
}

const schema = z.strictObject({
  secretMarks: z
    .strictObject({
      enabled: z.boolean().default(true),
      words: z.array(z.string().min(1).max(100)).max(200).default([]),
      sentence: z.string().max(500).default(''),
    })
    .prefault({}),
})

/** What holds where nobody decided, and where what was decided cannot be read: a guard does not fall silent by a typing error. */
export const standardAdministration: Administration = schema.parse({})

const FILE = 'administrator.json'

/** Where an administrator's file may lie, the machine's own before the one beside the program. No place a user may write to. */
export function administratorFiles(platform: string, beside: string): readonly string[] {
  // Not by the variable ProgramData, which whoever starts the program may set.
  if (platform === 'win32') return [win32.join('C:\\ProgramData\\Jingwei', FILE), beside]
  const folder = platform === 'darwin' ? '/Library/Application Support/Jingwei' : '/etc/jingwei'
  return [posix.join(folder, FILE), beside]
}

/** The first file that is there decides. `broken` names one that is there and cannot be understood; then the standard holds. */
export async function readAdministration(
  files: readonly string[],
): Promise<{ readonly administration: Administration; readonly broken?: string }> {
  for (const file of files) {
    try {
      return { administration: schema.parse(JSON.parse(await readFile(file, 'utf8'))) }
    } catch (error) {
      if (isAbsent(error)) continue
      // Not for us to read, not JSON or not what the schema says: said to the user, who can tell the administrator.
      return { administration: standardAdministration, broken: file }
    }
  }
  return { administration: standardAdministration }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
