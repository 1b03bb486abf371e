/** Drawn by chance: a whole number from 0 to below the bound. */
export type Draw = (bound: number) => number

/** A file of a disk that forgets. Times are a counter, which is enough to tell one write from another. */
export interface FileNode {
  readonly sort: 'file' | 'link'
  /** What programs see. */
  data: Uint8Array
  /** What a power cut leaves for certain. */
  synced: Uint8Array
  /** Lengths and places of the writes since the last flush. */
  writes: { readonly at: number; readonly bytes: Uint8Array }[]
  mode: number
  changed: number
}

/** A change of a folder that is not yet flushed. A rename happens as a whole or not at all. */
export type FolderChange = { readonly remove: string | undefined; readonly set: string | undefined; readonly node: number }

export interface FolderNode {
  readonly sort: 'folder'
  entries: Map<string, number>
  synced: Map<string, number>
  changes: FolderChange[]
  mode: number
  changed: number
}

export type DiskNode = FileNode | FolderNode

export function applyChange(entries: Map<string, number>, { remove, set, node }: FolderChange): void {
  if (remove !== undefined) entries.delete(remove)
  if (set !== undefined) entries.set(set, node)
}

/** Whether folders lose the last of their changes, or any of them. */
export type FolderLoss = 'ordered' | 'unordered'

/** The entries a power cut leaves. */
export function entriesAfterCrash({ synced, changes }: FolderNode, loss: FolderLoss, draw: Draw): Map<string, number> {
  const entries = new Map(synced)
  const kept = loss === 'ordered' ? changes.slice(0, draw(changes.length + 1)) : changes.filter(() => draw(2) === 0)
  for (const change of kept) applyChange(entries, change)
  return entries
}

/** The content a power cut leaves of what was not flushed: nothing, all, the first writes and part of one, zeros, or page by page. */
export function contentAfterCrash(node: FileNode, draw: Draw): Uint8Array {
  if (node.writes.length === 0) return node.synced
  switch (draw(5)) {
    case 0:
      return node.synced
    case 1:
      return node.data
    case 2:
      return torn(node, draw)
    case 3:
      return zeroed(node)
    default:
      return paged(node, draw)
  }
}

function torn({ synced, writes }: FileNode, draw: Draw): Uint8Array {
  const whole = draw(writes.length + 1)
  let content = synced
  for (const { at, bytes } of writes.slice(0, whole)) content = overwritten(content, at, bytes)
  const next = writes[whole]
  // Disks write sectors of 512 bytes whole.
  return next ? overwritten(content, next.at, next.bytes.subarray(0, 512 * draw(Math.ceil(next.bytes.byteLength / 512)))) : content
}

/** What was flushed stays even where its sector was written again: a sector is old or new, and has it either way. */
function zeroed({ data, synced }: FileNode): Uint8Array {
  return data.map((byte, at) => (synced[at] === byte ? byte : 0))
}

function paged(node: FileNode, draw: Draw): Uint8Array {
  const { data, synced } = node
  const length = draw(2) === 0 ? synced.byteLength : data.byteLength
  const result = new Uint8Array(length)
  const sources = [data, synced, zeroed(node)]
  for (let at = 0; at < length; at += 4096) {
    const end = Math.min(at + 4096, length)
    result.set((sources[draw(3)] ?? data).subarray(at, end), at)
  }
  return result
}

export function overwritten(content: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.max(content.byteLength, at + bytes.byteLength))
  result.set(content)
  result.set(bytes, at)
  return result
}
