import { foldName } from '../../derive/search/fold-name.ts'
import type { ElementId } from '../../schema/element.ts'
import type { GraphView } from '../graph.ts'
import { membersIn } from '../reading.ts'

/** Folded synonyms with the folded term that is preferred to them, by their first two letters, longest first. */
type Terms = ReadonlyMap<string, readonly (readonly [synonym: string, preferred: string])[]>

/** The terms of a document, for `preferredName`. A synonym of one letter, or of two terms, prefers nothing. */
export function termsOf(view: GraphView): Terms {
  const preferred = new Map<string, string | undefined>()
  for (const id of [...view.lookups.allOf('term')].sort()) for (const [synonym, term] of pairsOf(id, view)) note(preferred, synonym, term)
  const terms = new Map<string, (readonly [string, string])[]>()
  for (const [synonym, term] of preferred) {
    if (term === undefined) continue
    const start = synonym.slice(0, 2)
    terms.set(start, [...(terms.get(start) ?? []), [synonym, term]])
  }
  for (const some of terms.values()) some.sort(([a], [b]) => b.length - a.length)
  return terms
}

function* pairsOf(id: ElementId, view: GraphView): Iterable<readonly [synonym: string, preferred: string]> {
  const term = view.get(id)
  if (term === undefined) return
  const name = foldName(term.name)
  for (const synonym of membersIn(term, 'synonyms').map(foldName))
    if (synonym.length > 1 && name !== '' && synonym !== name) yield [synonym, name]
}

function note(preferred: Map<string, string | undefined>, synonym: string, term: string): void {
  const isAmbiguous = preferred.has(synonym) && preferred.get(synonym) !== term
  preferred.set(synonym, isAmbiguous ? undefined : term)
}

/** A folded name with every synonym replaced by the term that is preferred to it, from left to right, longest first. */
export function preferredName(fold: string, terms: Terms): string {
  if (terms.size === 0) return fold
  let result = ''
  for (let at = 0; at < fold.length; ) {
    const [synonym, term] = (terms.get(fold.slice(at, at + 2)) ?? []).find(([one]) => fold.startsWith(one, at)) ?? []
    const replaces = synonym !== undefined && term !== undefined && !standsAround(term, synonym, fold, at)
    result += replaces ? term : fold.charAt(at)
    at += replaces ? synonym.length : 1
  }
  return result
}

/** Whether a term that contains its own synonym (省平台, 平台) stands there already. */
function standsAround(term: string, synonym: string, fold: string, at: number): boolean {
  const inside = term.indexOf(synonym)
  return inside >= 0 && at >= inside && fold.startsWith(term, at - inside)
}
