import { basename, dirname } from 'node:path'
import type { Facts, FileSystem, OpenFile } from '#host/core/file-system.ts'
import {
  contentAfterCrash,
  type DiskNode,
  entriesAfterCrash,
  type FileNode,
  type FolderLoss,
  overwritten,
  type Draw,
} from './crash-node.ts'
import { fileNode, folderNode, mustBe, mustBeFree, removed, systemError, treeOf, type Tree } from './crash-tree.ts'

/** A disk in memory whose power can be cut. Promises only what POSIX does: content by flushing a file, names by flushing its folder. */
export interface CrashDisk {
  readonly files: FileSystem
  /** What lies at a path, without going through `files`; undefined for nothing. */
  read(path: string): Uint8Array | undefined
  write(path: string, content: Uint8Array): void
  makeFolders(path: string): void
  names(folder: string): string[]
  /** A disk as it may be found after a power cut at this moment. */
  afterCrash(loss: FolderLoss, draw: Draw): CrashDisk
}

/** Called after each call that succeeded. */
export type OnStep = (call: string) => void

export function crashDisk(onStep: OnStep = () => undefined): CrashDisk {
  return diskWith(new Map([[0, folderNode(new Map())]]), onStep)
}

function diskWith(nodes: Map<number, DiskNode>, onStep: OnStep): CrashDisk {
  const tree = treeOf(nodes)
  const makeFolders = (path: string): void => {
    if (tree.find(path) !== undefined) return
    makeFolders(dirname(path))
    tree.flushed(path, folderNode(new Map()))
  }
  return {
    files: fileSystemOf(tree, onStep),
    read(path) {
      const node = tree.find(path)
      return node?.sort === 'file' ? node.data : undefined
    },
    write: (path, content) => tree.flushed(path, { ...fileNode(content, 0o644), changed: tree.tick() }),
    makeFolders,
    names: folder => [...(tree.folder(folder)?.entries.keys() ?? [])].sort(),
    afterCrash(loss, draw) {
      const left = new Map<number, DiskNode>()
      for (const [id, node] of nodes) {
        if (node.sort === 'folder') left.set(id, { ...folderNode(entriesAfterCrash(node, loss, draw)), mode: node.mode })
        else left.set(id, { ...fileNode(contentAfterCrash(node, draw), node.mode), changed: node.changed })
      }
      return diskWith(left, () => undefined)
    },
  }
}

function fileSystemOf(tree: Tree, onStep: OnStep): FileSystem {
  const step: Step = async (call, work) => {
    await Promise.resolve()
    const result = work()
    onStep(call)
    return result
  }
  return {
    ...asking(tree, step),
    open: (path, flags, mode = 0o644) =>
      step('open', () => {
        if (flags === 'wx') {
          mustBeFree(tree, path)
          tree.add(path, { ...fileNode(new Uint8Array(), mode), changed: tree.tick() })
        }
        return openNode(tree, mustBe(tree, path), tree.idOf(path) ?? 0, step)
      }),
    rename: (from, to) =>
      step('rename', () => {
        mustBe(tree, from)
        moved(tree, from, to)
      }),
    link: (from, to) =>
      step('link', () => {
        mustBe(tree, from)
        mustBeFree(tree, to)
        tree.change(dirname(to), { remove: undefined, set: basename(to), node: tree.idOf(from) ?? 0 })
      }),
    unlink: path => step('unlink', () => removed(tree, path)),
    makeFolder: path =>
      step('makeFolder', () => {
        mustBeFree(tree, path)
        tree.add(path, folderNode(new Map()))
      }),
    removeFolder: path => step('removeFolder', () => removed(tree, path)),
  }
}

/** The calls that change nothing. */
function asking(tree: Tree, step: Step): Pick<FileSystem, 'facts' | 'linkFacts' | 'realPath' | 'list' | 'free'> {
  const factsAt = (path: string): Facts => factsOf(mustBe(tree, path), tree.idOf(path) ?? 0)
  return {
    facts: path => step('facts', () => factsAt(path)),
    linkFacts: path => step('linkFacts', () => factsAt(path)),
    realPath: path =>
      step('realPath', () => {
        mustBe(tree, path)
        return path
      }),
    list: path =>
      step('list', () => {
        const node = mustBe(tree, path)
        if (node.sort !== 'folder') throw systemError('ENOTDIR', path)
        return [...node.entries.keys()]
      }),
    free: () => step('free', () => 1024 ** 4),
  }
}

/** From one folder into another it is two changes, of which a power cut may keep either. */
function moved(tree: Tree, from: string, to: string): void {
  const id = tree.idOf(from) ?? 0
  if (dirname(from) === dirname(to)) {
    tree.change(dirname(to), { remove: basename(from), set: basename(to), node: id })
  } else {
    tree.change(dirname(to), { remove: undefined, set: basename(to), node: id })
    tree.change(dirname(from), { remove: basename(from), set: undefined, node: id })
  }
}

function factsOf(node: DiskNode, id: number): Facts {
  const size = node.sort === 'folder' ? 0 : node.data.byteLength
  const { sort, mode, changed } = node
  return { sort, size, mode, owner: 0, group: 0, modifiedMs: changed, identity: `${id}:${size}:${changed}` }
}

type Step = <T>(call: string, work: () => T) => Promise<T>

function openNode(tree: Tree, node: DiskNode, id: number, step: Step): OpenFile {
  const file = (): FileNode => {
    if (node.sort === 'folder') throw systemError('EISDIR', '')
    return node
  }
  const flush = (): void => {
    if (node.sort === 'folder') Object.assign(node, { synced: new Map(node.entries), changes: [] })
    else Object.assign(node, { synced: node.data, writes: [] })
  }
  return {
    read: (into, at) =>
      step('read', () => {
        const part = file().data.subarray(at, at + into.byteLength)
        into.set(part)
        return part.byteLength
      }),
    write: (bytes, at) =>
      step('write', () => {
        const taken = bytes.slice()
        const one = file()
        one.data = overwritten(one.data, at, taken)
        one.writes.push({ at, bytes: taken })
        one.changed = tree.tick()
        return taken.byteLength
      }),
    sync: () => step('sync', flush),
    syncData: () => step('syncData', flush),
    setMode: mode => step('setMode', () => void (node.mode = mode)),
    setOwner: () => step('setOwner', () => undefined),
    setLength: length =>
      step('setLength', () => {
        const one = file()
        const cut = one.data.slice(0, length)
        one.data = cut
        // A cut is a write of nothing behind the end; what was there may come back.
        one.writes.push({ at: cut.byteLength, bytes: new Uint8Array() })
        one.changed = tree.tick()
      }),
    facts: () => step('facts', () => factsOf(node, id)),
    close: () => step('close', () => undefined),
  }
}
