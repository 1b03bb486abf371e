import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, parseSync } from 'oxc-parser'

/** A file of ours. The path is relative to where the search began, with `/` on every system. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly program: Program
}

/** Folders that hold no code of ours, or code that is wrong on purpose. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out', 'coverage', 'canaries'])

/** Paths of all files below a folder, in a fixed order. Hidden folders are left out. */
export function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(root, path)
      return [path]
    })
}

export const isCode = (path: string): boolean => /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(path)
export const isTest = (path: string): boolean => /\.test\.[cm]?[jt]sx?$/u.test(path)

/** Every source file below a folder, parsed. Throws when one cannot be parsed: an unread file would pass every guard. */
export function sourcesBelow(root: string): Source[] {
  return filesBelow(root)
    .filter(isCode)
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      const { program, errors } = parseSync(path, text)
      if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
      return { path, text, program }
    })
}

/** One-based line of a position. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length
