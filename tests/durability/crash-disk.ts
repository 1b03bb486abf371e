import { basename, dirname } from 'node:path'
import type { Facts, FileSystem, OpenFile } from '#host/core/file-system.ts'
import {
  applyChange,
  contentAfterCrash,
  type DiskNode,
  entriesAfterCrash,
  type FileNode,
  type FolderChange,
  type FolderLoss,
  type FolderNode,
  overwritten,
  type Pick,
} from './crash-node.ts'

/** A disk in memory whose power can be cut. Promises only what POSIX does: content by flushing a file, names by flushing its folder. */
export interface CrashDisk {
  readonly files: FileSystem
  /** What lies at a path, without going through `files`; undefined for nothing. */
  read(path: string): Uint8Array | undefined
  write(path: string, content: Uint8Array): void
  makeFolders(path: string): void
  names(folder: string): string[]
  /** A disk as it may be found after a power cut at this moment. */
  afterCrash(loss: FolderLoss, pick: Pick): CrashDisk
}

const systemError = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })

/** Called after each call that succeeded. */
export type OnStep = (call: string) => void

export function crashDisk(onStep: OnStep = () => undefined): CrashDisk {
  return diskWith(new Map([[0, folderNode(new Map())]]), onStep)
}

const folderNode = (entries: Map<string, number>): FolderNode => ({
  sort: 'folder',
  entries,
  synced: new Map(entries),
  changes: [],
  mode: 0o755,
  changed: 0,
})

const fileNode = (data: Uint8Array, mode: number): FileNode => ({ sort: 'file', data, synced: data, writes: [], mode, changed: 0 })

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
    afterCrash(loss, pick) {
      const left = new Map<number, DiskNode>()
      for (const [id, node] of nodes) {
        if (node.sort === 'folder') left.set(id, { ...folderNode(entriesAfterCrash(node, loss, pick)), mode: node.mode })
        else left.set(id, { ...fileNode(contentAfterCrash(node, pick), node.mode), changed: node.changed })
      }
      return diskWith(left, () => undefined)
    },
  }
}

interface Tree {
  tick(): number
  find(path: string): DiskNode | undefined
  folder(path: string): FolderNode | undefined
  idOf(path: string): number | undefined
  /** Puts something there that has always been there. */
  flushed(path: string, node: DiskNode): void
  add(path: string, node: DiskNode): void
  change(folder: string, change: FolderChange): void
}

function treeOf(nodes: Map<number, DiskNode>): Tree {
  let ticks = Math.max(0, ...[...nodes.values()].map(({ changed }) => changed))
  let nextId = Math.max(...nodes.keys()) + 1
  const tick = (): number => ++ticks
  const idOf = (path: string): number | undefined => {
    if (path === '/') return 0
    const above = idOf(dirname(path))
    const node = above === undefined ? undefined : nodes.get(above)
    return node?.sort === 'folder' ? node.entries.get(basename(path)) : undefined
  }
  const find = (path: string): DiskNode | undefined => nodes.get(idOf(path) ?? -1)
  const folder = (path: string): FolderNode | undefined => {
    const node = find(path)
    return node?.sort === 'folder' ? node : undefined
  }
  const change = (path: string, one: FolderChange): void => {
    const node = folder(path)
    if (!node) throw systemError('ENOENT', path)
    applyChange(node.entries, one)
    node.changes.push(one)
    node.changed = tick()
  }
  const add = (path: string, node: DiskNode): void => {
    nodes.set(nextId, node)
    change(dirname(path), { remove: undefined, set: basename(path), node: nextId })
    nextId++
  }
  const flushed = (path: string, node: DiskNode): void => {
    add(path, node)
    const above = folder(dirname(path))
    if (above) Object.assign(above, { synced: new Map(above.entries), changes: [] })
  }
  return { tick, find, folder, idOf, flushed, add, change }
}

function fileSystemOf(tree: Tree, onStep: OnStep): FileSystem {
  const step = async <T>(call: string, work: () => T): Promise<T> => {
    await Promise.resolve()
    const result = work()
    onStep(call)
    return result
  }
  const must = (path: string): DiskNode => {
    const node = tree.find(path)
    if (!node) throw systemError('ENOENT', path)
    return node
  }
  const free = (path: string): void => {
    if (tree.find(path)) throw systemError('EEXIST', path)
  }
  const factsAt = (path: string): Facts => factsOf(must(path), tree.idOf(path) ?? 0)
  return {
    open: (path, flags, mode = 0o644) =>
      step('open', () => {
        if (flags !== 'wx') return openNode(tree, must(path), tree.idOf(path) ?? 0, step)
        free(path)
        tree.add(path, { ...fileNode(new Uint8Array(), mode), changed: tree.tick() })
        return openNode(tree, must(path), tree.idOf(path) ?? 0, step)
      }),
    rename: (from, to) =>
      step('rename', () => {
        must(from)
        moved(tree, from, to)
      }),
    link: (from, to) =>
      step('link', () => {
        must(from)
        free(to)
        tree.change(dirname(to), { remove: undefined, set: basename(to), node: tree.idOf(from) ?? 0 })
      }),
    unlink: path =>
      step('unlink', () => {
        must(path)
        tree.change(dirname(path), { remove: basename(path), set: undefined, node: 0 })
      }),
    facts: path => step('facts', () => factsAt(path)),
    linkFacts: path => step('linkFacts', () => factsAt(path)),
    realPath: path =>
      step('realPath', () => {
        must(path)
        return path
      }),
    list: path =>
      step('list', () => {
        const node = must(path)
        if (node.sort !== 'folder') throw systemError('ENOTDIR', path)
        return [...node.entries.keys()]
      }),
    makeFolder: path =>
      step('makeFolder', () => {
        free(path)
        tree.add(path, folderNode(new Map()))
      }),
    removeFolder: path =>
      step('removeFolder', () => {
        must(path)
        tree.change(dirname(path), { remove: basename(path), set: undefined, node: 0 })
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
