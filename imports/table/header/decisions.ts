import { err, ok, type Result } from '#model/base/result.ts'
import { kindOf } from '#model/kinds/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import type { ImportInput, ImportRefusal } from '../../define-importer.ts'
import type { Decisions } from './header.ts'
import { synonyms } from './synonyms.ts'
import { headerKey, wordsFor } from './titles.ts'

/** Columns that are not fields. */
const others: ReadonlySet<string> = new Set(['name', '@organisation', '@organisationCode', '@group', '@region', '@ignore'])

/** What a person means by the field of a decision: its name, its label, or a word for it; nothing leaves the column out. */
function fieldMeant(kind: string, written: string): string | undefined {
  const text = written.trim()
  if (text === '' || text === '-') return '@ignore'
  const declared = kindOf(kind)
  if (others.has(text) || text === 'code' || (declared && fieldOf(declared, text))) return text
  return wordsFor(kind).get(headerKey(text))
}

/** Titles decided now, then those decided in earlier imports; a decision no kind understands refuses the import. */
export function openDecisions({ map, state }: Pick<ImportInput, 'map' | 'state'>): Result<Decisions, ImportRefusal> {
  const kinds = Object.keys(synonyms)
  for (const [header, field] of map)
    if (kinds.every(kind => fieldMeant(kind, field) === undefined)) return err({ code: 'map-field-unknown', values: { header, field } })
  const decided = new Map(kinds.map(kind => [kind, new Map<string, string>()] as const))
  const decide = (kind: string, header: string, field: string): void => {
    const meant = fieldMeant(kind, field)
    if (meant !== undefined) decided.get(kind)?.set(headerKey(header), meant)
  }
  for (const { kind, header, field } of remembered(state)) decide(kind, header, field)
  for (const [header, field] of map) for (const kind of kinds) decide(kind, header, field)
  return ok(kind => decided.get(kind) ?? new Map<string, string>())
}

/** Mappings that the document remembers per header and kind. */
function* remembered({ snapshot, lookups }: ImportInput['state']): Iterable<{ kind: string; header: string; field: string }> {
  for (const id of lookups.allOf('document')) {
    const settings = snapshot.get(id)?.['settings']
    const stored = typeof settings === 'object' && 'mappings' in settings ? settings.mappings : undefined
    if (!Array.isArray(stored)) continue
    for (const one of stored as readonly { readonly [key: string]: unknown }[]) {
      const { kind, header, field } = one
      if (typeof kind === 'string' && typeof header === 'string' && typeof field === 'string') yield { kind, header, field }
    }
  }
}
