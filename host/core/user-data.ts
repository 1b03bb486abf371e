import { join, posix, win32 } from 'node:path'

/** What decides where a person's data lies. */
export interface UserSurroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly workingFolder: string
  readonly variables: Readonly<Record<string, string | undefined>>
}

/**
 * The folder for journals, backups, transactions and the audit log; it need not exist. `JINGWEI_USER_DATA` decides if it is
 * set; else the system's own variables do, which count only when absolute.
 * Source: XDG Base Directory Specification 0.8; Known Folders (Windows); File System Programming Guide (macOS).
 */
export function userDataFolder({ platform, home, workingFolder, variables }: UserSurroundings): string {
  const paths = platform === 'win32' ? win32 : posix
  const own = variables['JINGWEI_USER_DATA']
  if (own) return paths.resolve(workingFolder, own)
  const absolute = (name: string): string | undefined => {
    const value = variables[name]
    return value !== undefined && paths.isAbsolute(value) ? value : undefined
  }
  if (platform === 'win32') return paths.join(absolute('APPDATA') ?? paths.join(home, 'AppData', 'Roaming'), 'Jingwei')
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', 'Jingwei')
  return paths.join(absolute('XDG_DATA_HOME') ?? paths.join(home, '.local', 'share'), 'jingwei')
}

/** Where what belongs to one document lies. */
export interface DocumentFolders {
  readonly backups: string
  /** Of the open document: snapshots and what was done since. */
  readonly journal: string
  /** Of commands: what each of them did. */
  readonly transactions: string
}

/** Whether a text can name a document's folders: short, and the same on every file system. */
export const isDocumentId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u.test(text)

/** Throws `RangeError` for an id that is none: it would lead out of the folder. */
export function documentFolders(userData: string, documentId: string): DocumentFolders {
  if (!isDocumentId(documentId)) throw new RangeError(`no document id: ${JSON.stringify(documentId)}`)
  return {
    backups: join(userData, 'backups', documentId),
    journal: join(userData, 'journal', documentId),
    transactions: join(userData, 'journal', documentId, 'transactions'),
  }
}

export const auditFolder = (userData: string): string => join(userData, 'audit')
