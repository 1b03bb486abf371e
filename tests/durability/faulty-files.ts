import type { FileSystem, OpenFile } from '#host/core/file-system.ts'

/** Called before each call to the disk; throws what the call is to reject with. */
export type BeforeCall = (call: string) => void | Promise<void>

/** Every code a disk, a share or a stick was seen to answer with. */
export const systemCodes =
  `EACCES EBUSY EDQUOT EINTR EINVAL EIO EISDIR EMFILE ENODEV ENOENT ENOSPC ENOTSUP ENOTCONN EPERM EROFS ESTALE ETIMEDOUT ETXTBSY`
    .trim()
    .split(/\s+/u)

export const systemError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code })

/** The same disk, with something happening before each call. */
export function faultyFiles(files: FileSystem, before: BeforeCall): FileSystem {
  const guarded =
    <A extends readonly unknown[], R>(name: string, call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await before(name)
      return call(...given)
    }
  return {
    async open(path, flags, mode) {
      await before('open')
      return faultyFile(await files.open(path, flags, mode), guarded)
    },
    rename: guarded('rename', files.rename),
    link: guarded('link', files.link),
    unlink: guarded('unlink', files.unlink),
    facts: guarded('facts', files.facts),
    linkFacts: guarded('linkFacts', files.linkFacts),
    realPath: guarded('realPath', files.realPath),
    list: guarded('list', files.list),
    makeFolder: guarded('makeFolder', files.makeFolder),
    removeFolder: guarded('removeFolder', files.removeFolder),
    free: guarded('free', files.free),
  }
}

type Guarded = <A extends readonly unknown[], R>(name: string, call: (...given: A) => Promise<R>) => (...given: A) => Promise<R>

function faultyFile(file: OpenFile, guarded: Guarded): OpenFile {
  return {
    read: guarded('read', file.read),
    async write(bytes, at) {
      // A disk that fails has often written a part.
      try {
        return await guarded('write', file.write)(bytes, at)
      } catch (error) {
        await file.write(bytes.subarray(0, bytes.byteLength >> 1), at)
        throw error
      }
    },
    sync: guarded('sync', file.sync),
    syncData: guarded('syncData', file.syncData),
    setMode: guarded('setMode', file.setMode),
    setOwner: guarded('setOwner', file.setOwner),
    setLength: guarded('setLength', file.setLength),
    facts: guarded('fileFacts', file.facts),
    close: guarded('close', file.close),
  }
}
