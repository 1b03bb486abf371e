import { constants } from 'node:fs'
import { type FileHandle, link, lstat, mkdir, open, readdir, realpath, rename, rmdir, stat, statfs, unlink } from 'node:fs/promises'

/** What is known of a file without reading it. */
export interface Facts {
  readonly sort: 'file' | 'folder' | 'link' | 'other'
  /** In bytes. */
  readonly size: number
  /** The permission bits only. */
  readonly mode: number
  readonly owner: number
  readonly group: number
  readonly modifiedMs: number
  /** Another one as soon as the file is replaced or written to. */
  readonly identity: string
}

/** An open file or folder. Positions and lengths are in bytes. */
export interface OpenFile {
  /** Fills `into` from the position on; gives how many bytes there were, 0 at the end. */
  readonly read: (into: Uint8Array, at: number) => Promise<number>
  /** Writes at the position; gives how many bytes were taken, which may be fewer than offered. */
  readonly write: (bytes: Uint8Array, at: number) => Promise<number>
  /** Content and everything about it has reached the disk. */
  readonly sync: () => Promise<void>
  /** Content and length have reached the disk. */
  readonly syncData: () => Promise<void>
  readonly setMode: (mode: number) => Promise<void>
  readonly setOwner: (owner: number, group: number) => Promise<void>
  readonly setLength: (length: number) => Promise<void>
  readonly facts: () => Promise<Facts>
  readonly close: () => Promise<void>
}

/** To read; to write what is there; to make what must not be there yet. */
export type OpenFlags = 'r' | 'r+' | 'wx'

/**
 * The disk, as far as saving needs it; tests put another one here that fails or loses power. Every call rejects like Node's:
 * with an `Error` whose `code` is the system's.
 */
export interface FileSystem {
  readonly open: (path: string, flags: OpenFlags, mode?: number) => Promise<OpenFile>
  /** Replaces the target if there is one, never leaves it absent. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Gives a file a second name; `EEXIST` if the name is taken, which no `rename` ever says. */
  readonly link: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Of what the path leads to. */
  readonly facts: (path: string) => Promise<Facts>
  /** Of the path itself, a link not followed. */
  readonly linkFacts: (path: string) => Promise<Facts>
  readonly realPath: (path: string) => Promise<string>
  readonly list: (folder: string) => Promise<string[]>
  readonly makeFolder: (path: string, mode: number) => Promise<void>
  /** An empty one only. */
  readonly removeFolder: (path: string) => Promise<void>
  /** Bytes an ordinary user may still write; undefined where the file system does not count them. */
  readonly free: (path: string) => Promise<number | undefined>
}

/** The disk of this machine. */
export const diskFileSystem: FileSystem = {
  open: async (path, flags, mode) => openFile(await open(path, flags, mode)),
  rename,
  link,
  unlink,
  facts: async path => factsOf(await stat(path, { bigint: true })),
  linkFacts: async path => factsOf(await lstat(path, { bigint: true })),
  realPath: path => realpath(path),
  list: folder => readdir(folder),
  makeFolder: async (path, mode) => {
    await mkdir(path, { mode })
  },
  removeFolder: path => rmdir(path),
  async free(path) {
    const { blocks, bavail, bsize } = await statfs(path)
    return blocks === 0 ? undefined : bavail * bsize
  },
}

function openFile(handle: FileHandle): OpenFile {
  return {
    read: async (into, at) => (await handle.read(into, 0, into.byteLength, at)).bytesRead,
    write: async (bytes, at) => (await handle.write(bytes, 0, bytes.byteLength, at)).bytesWritten,
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    setMode: mode => handle.chmod(mode),
    setOwner: (owner, group) => handle.chown(owner, group),
    setLength: length => handle.truncate(length),
    facts: async () => factsOf(await handle.stat({ bigint: true })),
    close: () => handle.close(),
  }
}

type BigStat = Awaited<ReturnType<typeof bigStat>>
const bigStat = (path: string) => stat(path, { bigint: true })

function factsOf({ dev, ino, size, mode, uid, gid, mtimeMs, mtimeNs }: BigStat): Facts {
  return {
    sort: sortOf(Number(mode) & constants.S_IFMT),
    size: Number(size),
    mode: Number(mode) & 0o7777,
    owner: Number(uid),
    group: Number(gid),
    modifiedMs: Number(mtimeMs),
    identity: `${dev}:${ino}:${size}:${mtimeNs}`,
  }
}

function sortOf(bits: number): Facts['sort'] {
  switch (bits) {
    case constants.S_IFREG:
      return 'file'
    case constants.S_IFDIR:
      return 'folder'
    case constants.S_IFLNK:
      return 'link'
    default:
      return 'other'
  }
}
