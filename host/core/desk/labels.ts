import { basename, dirname, relative, sep } from 'node:path'

/** Whether a path is the folder or lies in it. Both are real, links resolved. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|[/\\])/u.test(way))
}

/** A folder for people: `~/文档`; outside the home folder its last two names. Never enough to open it by. */
export function folderLabel(folder: string, home: string): string {
  if (folder === home) return '~'
  if (isWithin(folder, home)) return `~/${relative(home, folder).replaceAll('\\', '/')}`
  const above = basename(dirname(folder))
  return above === '' ? `/${basename(folder)}` : `…/${above}/${basename(folder)}`
}

/** A file's name for people. A name with control signs, which few systems take, is shown without them. */
export const shownName = (path: string): string => basename(path).replace(/[\p{Cc}\\]/gu, '_') || '_'

/** Whether a name is shown as it is. */
export const isPlainName = (name: string): boolean => shownName(name) === name
