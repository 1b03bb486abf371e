import { type Breach, breaches, type Declarations } from '../document/whole.ts'
import type { ElementReader } from '../document/lookups.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'

const declared: Declarations = {
  parse(element) {
    const kind = kindOf(element.kind)
    if (kind === undefined) return `kind ${element.kind}`
    if (kind.accepts(element)) return undefined
    const parsed = kind.schema.safeParse(element)
    return parsed.success ? undefined : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  },
  references(element) {
    const kind = kindOf(element.kind)
    return kind ? referencesOf(kind, element) : []
  },
  parents: kind => kindOf(kind)?.parents ?? [],
  needsOwner: kind => kindOf(kind)?.needsOwner === true,
}

/** What a whole document breaks of what must always hold. Source: architecture §1, sentence 5. */
export function breachesOf(snapshot: Snapshot): Breach[] {
  const flat = snapshot.toMap()
  return [...breaches(flat.values(), id => flat.get(id), declared)]
}

/** The same for some elements of it. */
export function breachesAmong(elements: Iterable<Element>, get: ElementReader): Breach[] {
  return [...breaches(elements, get, declared)]
}
