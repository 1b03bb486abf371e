/** Loops among things that rest on one another, each once, as the path around it: `A → B → A`. Source: contracts C4, table. */
export function loops(ids: Iterable<string>, operandsOf: (id: string) => readonly string[]): string[][] {
  const found = new Map<string, string[]>()
  const done = new Set<string>()
  for (const start of ids) walk(start, operandsOf, done, path => remember(path, found))
  return [...found.values()]
}

/** Depth first without recursion, since chains may be long. */
function walk(
  start: string,
  operandsOf: (id: string) => readonly string[],
  done: Set<string>,
  report: (path: readonly string[]) => void,
): void {
  const path: string[] = []
  const places = new Map<string, number>()
  const pending: { readonly id: string; readonly operands: readonly string[]; next: number }[] = []
  const enter = (id: string): void => {
    places.set(id, path.length)
    path.push(id)
    pending.push({ id, operands: operandsOf(id), next: 0 })
  }
  if (!done.has(start)) enter(start)
  for (let frame = pending.at(-1); frame; frame = pending.at(-1)) {
    const operand = frame.operands[frame.next++]
    if (operand === undefined) {
      pending.pop()
      path.pop()
      places.delete(frame.id)
      done.add(frame.id)
      continue
    }
    const at = places.get(operand)
    if (at !== undefined) report(path.slice(at))
    else if (!done.has(operand)) enter(operand)
  }
}

/** A loop begins with its smallest id, so that it is the same loop wherever it was entered. */
function remember(path: readonly string[], found: Map<string, string[]>): void {
  const first = path.reduce((least, id, at) => (id < (path[least] ?? '') ? at : least), 0)
  const loop = [...path.slice(first), ...path.slice(0, first)]
  found.set(loop.join(' '), [...loop, loop[0] ?? ''])
}
