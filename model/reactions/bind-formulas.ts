import { parse, references } from '../formula/index.ts'
import type { Draft } from '../document/draft.ts'
import type { Reaction } from '../document/reaction.ts'
import type { Element, ElementId, FormulaText } from '../schema/element.ts'

/**
 * Names in formulas know what they mean: when a formula is written, and when something appears that bears a name a formula
 * was waiting for. A name that fits several elements stays open, which a rule reports. Source: contracts C4.4.
 */
export const bindFormulas: Reaction = {
  id: 'bind-formulas',
  react(draft, changed) {
    const waiting = new Set<ElementId>()
    for (const [id, [before, after]] of changed) {
      if (after === undefined) continue
      if (after['formula'] !== undefined && before?.['formula'] !== after['formula']) waiting.add(id)
      const isNamedAnew = before?.name !== after.name || before.code !== after.code
      const awaited = isOperand(after) && isNamedAnew ? [after.name, after.code ?? ''] : []
      for (const indicator of awaited.flatMap(name => draft.lookups().unresolved(name))) waiting.add(indicator)
    }
    for (const id of waiting) bind(draft, id)
  },
}

function bind(draft: Draft, id: ElementId): void {
  const element = draft.get(id)
  const formula = element?.['formula'] as FormulaText | undefined
  if (formula === undefined) return
  const { tree } = parse(formula.text)
  const known = new Map((formula.refs ?? []).map(reference => [reference.name, reference.id] as const))
  const refs = (tree === undefined ? [] : references(tree)).flatMap(({ name }) => {
    const target = meaningOf(draft, name, known.get(name))
    return target === undefined ? [] : [{ name, id: target }]
  })
  draft.set(id, { formula: refs.length > 0 ? { text: formula.text, refs } : { text: formula.text } })
}

const isOperand = (element: Element | undefined): boolean => element?.kind === 'dataItem' || element?.kind === 'indicator'

function meaningOf(draft: Draft, name: string, known: ElementId | undefined): ElementId | undefined {
  if (known !== undefined && isOperand(draft.get(known))) return known
  for (const ids of [draft.lookups().named(name), draft.lookups().coded(name)]) {
    const found = ids.filter(id => isOperand(draft.get(id)))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  return undefined
}
