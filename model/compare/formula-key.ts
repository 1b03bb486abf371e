import { canonical } from '../base/json.ts'
import { key, parse } from '../formula/index.ts'
import { withIds } from '../formula/with-ids.ts'
import type { FormulaText } from '../schema/element.ts'

/**
 * What formulas are compared by: their tree with ids, so that neither a rename nor a blank is a difference (contracts C4.4).
 * A text with errors says nothing certain: it is compared as it stands.
 */
export function formulaKey(formula: FormulaText): string {
  const { tree, problems } = parse(formula.text)
  if (tree === undefined || problems.length > 0) return `text ${canonical(formula)}`
  return `tree ${key(withIds(tree, new Map((formula.refs ?? []).map(({ name, id }) => [name, id] as const))))}`
}
