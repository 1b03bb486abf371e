/** The tree under `PersistentMap`: 32-way branches chosen by five bits of a hash at a time, leaves of equal hash in a chain. */

export type DifferenceVisitor<V> = (key: string, mine: V | undefined, theirs: V | undefined) => void

interface Leaf<V> {
  readonly key: string
  readonly hash: number
  readonly value: V
  /** Another key with the same hash. */
  readonly next: Leaf<V> | undefined
}

export interface Branch<V> {
  bitmap: number
  slots: Node<V>[]
  /** The batch that made this branch and so may still change it in place. */
  readonly edit: object | undefined
}

export type Node<V> = Leaf<V> | Branch<V>

export interface Step<V> {
  readonly key: string
  readonly hash: number
  readonly value: V | undefined
  readonly edit: object
  /** Out: by how many entries the map grew. */
  grown: number
}

/** FNV-1a, 32 bit, with the final mixing of murmur3 so that short similar keys spread. Source: RFC 9923. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

export const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31)

const indexOf = (bitmap: number, bit: number): number => bitCount(bitmap & (bit - 1))

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const childAt = <V>(branch: Branch<V>, bit: number): Node<V> | undefined =>
  (branch.bitmap & bit) === 0 ? undefined : branch.slots[indexOf(branch.bitmap, bit)]

function editable<V>(branch: Branch<V>, edit: object): Branch<V> {
  return branch.edit === edit ? branch : { bitmap: branch.bitmap, slots: branch.slots.slice(), edit }
}

export function put<V>(branch: Branch<V>, shift: number, step: Step<V>): Branch<V> {
  const bit = bitAt(step.hash, shift)
  const child = childAt(branch, bit)
  const replaced = replacement(child, shift, step)
  if (replaced === child) return branch
  const result = editable(branch, step.edit)
  const index = indexOf(result.bitmap, bit)
  if (replaced === undefined) {
    result.slots.splice(index, 1)
    result.bitmap &= ~bit
  } else if (child === undefined) {
    result.slots.splice(index, 0, replaced)
    result.bitmap |= bit
  } else result.slots[index] = replaced
  return result
}

function replacement<V>(child: Node<V> | undefined, shift: number, step: Step<V>): Node<V> | undefined {
  if (child === undefined) {
    if (step.value === undefined) return undefined
    step.grown = 1
    return { key: step.key, hash: step.hash, value: step.value, next: undefined }
  }
  if ('slots' in child) return lifted(put(child, shift + 5, step))
  if (child.hash === step.hash || shift >= 30) return putInChain(child, step)
  if (step.value === undefined) return child
  const branch: Branch<V> = { bitmap: bitAt(child.hash, shift + 5), slots: [child], edit: step.edit }
  return put(branch, shift + 5, step)
}

/** A branch left with one leaf gives way to the leaf, so that equal maps have equal trees. */
function lifted<V>(branch: Branch<V>): Node<V> | undefined {
  if (branch.slots.length === 0) return undefined
  const only = branch.slots[0]
  return branch.slots.length === 1 && only !== undefined && !('slots' in only) ? only : branch
}

function putInChain<V>(chain: Leaf<V>, step: Step<V>): Leaf<V> | undefined {
  const found = inChain(chain, step.key)
  if (found !== undefined && found.value === step.value) return chain
  if (found === undefined && step.value === undefined) return chain
  step.grown = (step.value === undefined ? 0 : 1) - (found === undefined ? 0 : 1)
  const others: Leaf<V>[] = []
  for (let leaf: Leaf<V> | undefined = chain; leaf !== undefined; leaf = leaf.next) if (leaf.key !== step.key) others.push(leaf)
  if (step.value !== undefined) others.push({ key: step.key, hash: step.hash, value: step.value, next: undefined })
  others.sort((a, b) => (a.key < b.key ? -1 : 1))
  return others.reduceRight<Leaf<V> | undefined>((next, { key, hash, value }) => ({ key, hash, value, next }), undefined)
}

function inChain<V>(chain: Leaf<V>, key: string): Leaf<V> | undefined {
  for (let leaf: Leaf<V> | undefined = chain; leaf !== undefined; leaf = leaf.next) if (leaf.key === key) return leaf
  return undefined
}

/**
 * One slot of the root at a time: a generator costs ten times as much as the walk itself, and a list of everything would be
 * made even for whoever stops at the first.
 */
export function overLeaves<V, T>(root: Branch<V>, pick: (leaf: Leaf<V>) => T): IterableIterator<T> {
  let slot = 0
  let index = 0
  let ready: Leaf<V>[] = []
  return {
    [Symbol.iterator]() {
      return this
    },
    next() {
      while (index === ready.length) {
        const node = root.slots[slot++]
        if (node === undefined) return { done: true, value: undefined }
        index = 0
        ready = []
        collectLeaves(node, ready)
      }
      return { done: false, value: pick(ready[index++] as Leaf<V>) }
    },
  }
}

function collectLeaves<V>(node: Node<V>, into: Leaf<V>[]): void {
  if ('slots' in node) for (const child of node.slots) collectLeaves(child, into)
  else for (let leaf: Leaf<V> | undefined = node; leaf !== undefined; leaf = leaf.next) into.push(leaf)
}

export function leavesOf<V>(node: Node<V> | undefined): Leaf<V>[] {
  const leaves: Leaf<V>[] = []
  if (node !== undefined) collectLeaves(node, leaves)
  return leaves
}

export function visitBranches<V>(a: Branch<V>, b: Branch<V>, visit: DifferenceVisitor<V>): void {
  if (a.bitmap === b.bitmap) {
    for (let index = 0; index < a.slots.length; index++) visitNodes(a.slots[index], b.slots[index], visit)
    return
  }
  for (let bits = a.bitmap | b.bitmap; bits !== 0; bits &= bits - 1) {
    const bit = bits & -bits
    visitNodes(childAt(a, bit), childAt(b, bit), visit)
  }
}

function visitNodes<V>(a: Node<V> | undefined, b: Node<V> | undefined, visit: DifferenceVisitor<V>): void {
  if (a === b) return
  if (a !== undefined && b !== undefined && 'slots' in a && 'slots' in b) visitBranches(a, b, visit)
  else visitLeaves(a, b, visit)
}

function visitLeaves<V>(a: Node<V> | undefined, b: Node<V> | undefined, visit: DifferenceVisitor<V>): void {
  // Two leaves with one key and nothing beside them: what two maps loaded from two files consist of.
  if (a && b && !('slots' in a) && !('slots' in b) && a.key === b.key && !a.next && !b.next) {
    if (a.value !== b.value) visit(a.key, a.value, b.value)
    return
  }
  const theirs = new Map(leavesOf(b).map(leaf => [leaf.key, leaf.value] as const))
  for (const { key, value } of leavesOf(a)) {
    const other = theirs.get(key)
    if (other !== value) visit(key, value, other)
    theirs.delete(key)
  }
  for (const [key, value] of theirs) visit(key, undefined, value)
}
