import { type FileHandle, lstat, mkdir, open, readdir, readFile, realpath, rename, stat, statfs, unlink } from 'node:fs/promises'

export interface FileStat {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly size: number
  readonly mode: number
  readonly modified: number
}

/** An open file. Each call may fail with an errno, as the machine's own calls do. */
export interface OpenFile {
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly chmod: (mode: number) => Promise<void>
  readonly sync: () => Promise<void>
  readonly datasync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The calls that saving needs, and no others: tests put another one here to fail any call or to lose what was not flushed. */
export interface FileSystem {
  readonly realpath: (path: string) => Promise<string>
  readonly lstat: (path: string) => Promise<FileStat>
  readonly stat: (path: string) => Promise<FileStat>
  readonly read: (path: string) => Promise<Uint8Array>
  /** `wx`: a new file; `a`: at the end of an existing or new one; `r+`: over an existing one. */
  readonly open: (path: string, flags: 'wx' | 'a' | 'r+', mode: number) => Promise<OpenFile>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly makeFolder: (folder: string) => Promise<void>
  readonly syncFolder: (folder: string) => Promise<void>
  /** Free bytes where a folder lies. */
  readonly free: (folder: string) => Promise<number>
}

const statOf = (one: Awaited<ReturnType<typeof stat>>): FileStat => ({
  isFile: one.isFile(),
  isDirectory: one.isDirectory(),
  size: Number(one.size),
  mode: Number(one.mode) & 0o7777,
  modified: Number(one.mtimeMs),
})

function openFile(handle: FileHandle): OpenFile {
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
    },
    chmod: mode => handle.chmod(mode),
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

/** The machine's own files. */
export const realFileSystem: FileSystem = {
  realpath: path => realpath(path),
  lstat: async path => statOf(await lstat(path)),
  stat: async path => statOf(await stat(path)),
  read: async path => new Uint8Array(await readFile(path)),
  open: async (path, flags, mode) => openFile(await open(path, flags, mode)),
  rename: (from, to) => rename(from, to),
  unlink: path => unlink(path),
  list: folder => readdir(folder),
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  },
  async syncFolder(folder) {
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async free(folder) {
    const { bavail, bsize } = await statfs(folder)
    return Number(bavail) * Number(bsize)
  },
}

/** The errno of a failed call, such as `ENOSPC`; empty for anything else. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
