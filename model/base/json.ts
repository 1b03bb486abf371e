/** What JSON can keep. Numbers are finite and never −0, so that equality by content and by file agree. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Equality by content; a missing field and an undefined one are the same, since JSON cannot tell them apart. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]))
  if (Array.isArray(b)) return false
  return sameFields(a as Fields, b as Fields)
}

type Fields = { readonly [key: string]: unknown }

function sameFields(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a)
  const others = Object.keys(b)
  if (keys.length !== others.length) return sameDefined(a, b)
  // Elements of one kind mostly have their fields in one order: then lists of values, which need no look-up by key, will do.
  for (let index = 0; index < keys.length; index++) if (keys[index] !== others[index]) return sameDefined(a, b)
  const mine = Object.values(a)
  const theirs = Object.values(b)
  for (let index = 0; index < mine.length; index++) if (mine[index] !== theirs[index] && !same(mine[index], theirs[index])) return false
  return true
}

/** Own fields only: what every object inherits (`constructor`, `toString`) may be the name of a field too. */
function sameDefined(a: Fields, b: Fields): boolean {
  for (const key in a) if (!same(a[key], Object.hasOwn(b, key) ? b[key] : undefined)) return false
  for (const key in b) if (b[key] !== undefined && !Object.hasOwn(a, key)) return false
  return true
}

/** JSON text with sorted keys and without undefined fields: equal content gives equal text. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = value as Fields
  const parts: string[] = []
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(field)}`)
  }
  return `{${parts.join(',')}}`
}
