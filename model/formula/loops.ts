/**
 * Loops among things that rest on one another, as paths around: `A → B → A`. Each comes once, by a shortest path, and whatever
 * stands on a loop stands in one of them; all loops there are could be too many to list. Source: contracts C4, table.
 */
export function loops(ids: Iterable<string>, operandsOf: (id: string) => readonly string[]): string[][] {
  const operands = untangled(reachable(ids, operandsOf))
  const found = new Map<string, string[]>()
  const covered = new Set<string>()
  for (const id of operands.keys()) {
    const path = covered.has(id) ? undefined : shortestAround(id, operands)
    if (path === undefined) continue
    const loop = fromSmallest(path)
    found.set(JSON.stringify(loop), loop)
    for (const one of path) covered.add(one)
  }
  return [...found.values()]
}

type Operands = Map<string, readonly string[]>

function reachable(ids: Iterable<string>, operandsOf: (id: string) => readonly string[]): Operands {
  const operands: Operands = new Map()
  const pending = [...ids].reverse()
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (operands.has(id)) continue
    const direct = [...new Set(operandsOf(id))]
    operands.set(id, direct)
    for (const one of direct) if (!operands.has(one)) pending.push(one)
  }
  return operands
}

/** Without everything that rests on no loop: what is left is mostly nothing, in time that grows with the number of operands. */
function untangled(operands: Operands): Operands {
  const open = new Map(Array.from(operands, ([id, direct]) => [id, direct.length] as const))
  const users = new Map<string, string[]>()
  for (const [id, direct] of operands) for (const one of direct) noteUser(users, one, id)
  const settled = Array.from(open).flatMap(([id, count]) => (count === 0 ? [id] : []))
  for (let id = settled.pop(); id !== undefined; id = settled.pop()) {
    operands.delete(id)
    for (const user of users.get(id) ?? []) {
      const left = (open.get(user) ?? 0) - 1
      open.set(user, left)
      if (left === 0) settled.push(user)
    }
  }
  return operands
}

function noteUser(users: Map<string, string[]>, operand: string, user: string): void {
  const known = users.get(operand)
  if (known) known.push(user)
  else users.set(operand, [user])
}

/** From the id back to itself, breadth first. */
function shortestAround(start: string, within: Operands): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  // The queue grows while it is gone through.
  for (const id of queue) {
    const operands = within.get(id) ?? []
    if (operands.includes(start)) return pathTo(id, cameFrom)
    for (const operand of operands) {
      if (cameFrom.has(operand) || !within.has(operand)) continue
      cameFrom.set(operand, id)
      queue.push(operand)
    }
  }
  return undefined
}

function pathTo(last: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = []
  for (let id: string | undefined = last; id !== undefined; id = cameFrom.get(id)) path.push(id)
  return path.reverse()
}

/** A loop begins and ends with its smallest id, so that it is the same loop wherever it was entered. */
function fromSmallest(path: readonly string[]): string[] {
  const first = path.reduce((least, id, at) => (id < (path[least] ?? '') ? at : least), 0)
  return [...path.slice(first), ...path.slice(0, first + 1)]
}
