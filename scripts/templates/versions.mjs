/** The ids and those of everything that belongs to them, however deep. */
export function withOwned(ids, elements) {
  const all = new Set(ids)
  for (let size = -1; size !== all.size; ) {
    size = all.size
    for (const { id, owner } of elements) if (all.has(owner)) all.add(id)
  }
  return all
}

/** The model without some of its elements, without references to them, and under another version. */
export function without(gone, elements, version) {
  return elements
    .filter(one => !gone.has(one.id))
    .map(one => {
      const kept = Object.fromEntries(Object.entries(one).flatMap(([field, value]) => keptOf(field, value, gone)))
      return one.kind === 'document' ? { ...kept, version: version.id, createdOn: version.date } : kept
    })
}

function keptOf(field, value, gone) {
  if (typeof value === 'string') return field !== 'id' && gone.has(value) ? [] : [[field, value]]
  if (!Array.isArray(value)) return [[field, value]]
  const members = value.filter(member => !gone.has(member))
  return members.length > 0 ? [[field, members]] : []
}
