import { showingHidden, withoutHidden } from '#model/base/text.ts'
import type { Imported, ImportWarning } from './define-importer.ts'

/** What an import brings, with a warning for each new name or code that holds signs nobody sees. Source: reliability T6. */
export function withHiddenSigns(imported: Imported): Imported {
  const found: ImportWarning[] = []
  for (const [before, after] of imported.delta.values())
    for (const text of [after?.name, after?.code])
      if (text !== undefined && text !== before?.name && text !== before?.code && withoutHidden(text) !== text)
        found.push({ code: 'signs-hidden', values: { kind: after?.kind ?? '', shown: showingHidden(text) } })
  return found.length === 0 ? imported : { ...imported, warnings: [...imported.warnings, ...found] }
}
