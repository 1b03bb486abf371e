import { basename, dirname } from 'node:path'
import { applyChange, type DiskNode, type FileNode, type FolderChange, type FolderNode } from './crash-node.ts'

export const systemError = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })

export const folderNode = (entries: Map<string, number>): FolderNode => ({
  sort: 'folder',
  entries,
  synced: new Map(entries),
  changes: [],
  mode: 0o755,
  changed: 0,
})

export const fileNode = (data: Uint8Array, mode: number): FileNode => ({ sort: 'file', data, synced: data, writes: [], mode, changed: 0 })

/** Folders and files by path. */
export interface Tree {
  tick(): number
  find(path: string): DiskNode | undefined
  folder(path: string): FolderNode | undefined
  idOf(path: string): number | undefined
  /** Puts something there that has always been there. */
  flushed(path: string, node: DiskNode): void
  add(path: string, node: DiskNode): void
  change(folder: string, change: FolderChange): void
}

export function treeOf(nodes: Map<number, DiskNode>): Tree {
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

export function mustBe(tree: Tree, path: string): DiskNode {
  const node = tree.find(path)
  if (!node) throw systemError('ENOENT', path)
  return node
}

export function mustBeFree(tree: Tree, path: string): void {
  if (tree.find(path)) throw systemError('EEXIST', path)
}

export function removed(tree: Tree, path: string): void {
  mustBe(tree, path)
  tree.change(dirname(path), { remove: basename(path), set: undefined, node: 0 })
}
