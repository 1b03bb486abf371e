import { tidy } from '#model/document/draft.ts'
import type { Element } from '#model/schema/element.ts'
import { type Chance, chanceFrom } from '#demo/index.ts'

/** How many elements are edited; of sharing entries, to which nothing refers, a tenth as many go and come. */
const EDITED = 800
const GONE = 100
const COME = 100

/** The elements after about a thousand changes: names, states, numbers, needs, entries gone and entries come. */
export function changed(elements: readonly Element[], seed: number): readonly Element[] {
  const chance = chanceFrom(seed)
  const result = [...elements]
  const scale = Math.min(1, elements.length / 10_000)
  for (let count = 0; count < EDITED * scale; count++) {
    const at = chance.below(result.length)
    const element = result[at]
    if (element) result[at] = tidy(editedBy(chance, element))
  }
  const entries = elements.filter(element => element.kind === 'sharing')
  const gone = new Set(Array.from({ length: Math.ceil(GONE * scale) }, () => chance.pick(entries)?.id))
  const come = Array.from({ length: Math.ceil(COME * scale) }, (_, index) => ({
    ...(chance.pick(entries) as Element),
    id: `come${seed}x${index}`,
  }))
  return [...result.filter(element => !gone.has(element.id)), ...come.map(tidy)]
}

function editedBy(chance: Chance, element: Element): Element {
  switch (element.kind) {
    case 'sharing':
      return { ...element, state: chance.pick(['applied', 'authorised', 'connected', 'inUse']) ?? 'listed' }
    case 'item':
      return { ...element, trigger: `改${chance.below(1000)}`, needs: (element['needs'] as readonly string[]).slice(1) }
    case 'indicator':
      return { ...element, target: chance.below(1000) }
    default:
      return { ...element, name: `${element.name}改${chance.below(1000)}` }
  }
}
