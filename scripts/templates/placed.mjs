/** What the file itself is for, and results of the example, recomputed by the product and compared in tests; they are no part of a document. */
const results = [
  /^schema$/,
  /^meta\.createdFor$/,
  /^expected/,
  /^expectedFindings/,
  /^rightLeg\.(?:indicator|item|unit|module)Integrations/,
  /^rightLeg\.businessSystem\.status/,
  /^indicators\[\d+\]\.expectedValue/,
  /^collaborations\[\d+\]\.derived/,
]

/** Watches which leaves of a JSON value are read, so that nothing is left out unnoticed. */
export function watched(value) {
  const read = new Set()
  const wrap = (part, path) => {
    if (typeof part !== 'object' || part === null) return part
    return new Proxy(part, {
      get(target, key, self) {
        const inner = Reflect.get(target, key, self)
        if (typeof key !== 'string' || typeof inner === 'function' || (key === 'length' && Array.isArray(target))) return inner
        const at = Array.isArray(target) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
        if (typeof inner !== 'object' || inner === null) read.add(at)
        return wrap(inner, at)
      },
    })
  }
  return {
    value: wrap(value, ''),
    unread: () => leaves(value, '').filter(leaf => !read.has(leaf) && !results.some(result => result.test(leaf))),
  }
}

function leaves(part, path) {
  if (typeof part !== 'object' || part === null) return [path]
  return Object.entries(part).flatMap(([key, inner]) =>
    leaves(inner, Array.isArray(part) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}
