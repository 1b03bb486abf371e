import { z } from 'zod'
import { ok, type Result } from '../base/result.ts'
import { codeUnitCompare, compareKey } from '../base/text.ts'
import { codeWith, highestNumber, numberingFor } from '../derive/numbers.ts'
import { elementKey } from '../derive/search/natural-key.ts'
import type { Draft } from '../document/draft.ts'
import { defineOperation, type Refusal, refuse } from '../document/operation.ts'
import { kindOf, kinds as allKinds } from '../kinds/index.ts'
import type { Kind } from '../schema/define-kind.ts'
import { type Element, ElementId } from '../schema/element.ts'

/** One line of the mapping from old codes to new ones. */
export interface Renumbered {
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  readonly before?: string
  readonly after: string
}

const everyKind: readonly Kind[] = allKinds

/**
 * Gives visible codes by the schemes of the document; ids and references stay. It gives the mapping of what changed. A number
 * whose code an element outside the run bears is skipped, so that no code is ever given twice. Without `kinds` it numbers
 * everything that stands in the V. Source: features F20.
 */
export const renumber = defineOperation({
  id: 'document/renumber',
  input: z.object({
    kinds: z.array(z.string()).optional(),
    /** Only what lies below this element. */
    under: ElementId.optional(),
    onlyMissing: z.boolean().optional(),
  }),
  run(draft, { kinds, under, onlyMissing = false }): Result<readonly Renumbered[], Refusal> {
    const unknown = kinds?.find(kind => kindOf(kind) === undefined)
    if (unknown !== undefined) return refuse('kind-unknown', { kind: unknown })
    if (under !== undefined && draft.get(under) === undefined) return refuse('element-gone', { id: under })
    const wanted = new Set(kinds ?? everyKind.filter(kind => kind.step !== undefined).map(kind => kind.name))
    const elements = elementsFor(draft, wanted, under).filter(element => !onlyMissing || element.code === undefined)
    const codes = codesFor(draft, elements, onlyMissing)
    if (!codes.ok) return codes
    const mapping: Renumbered[] = []
    for (const { id, kind, name, code: before } of elements) {
      const after = codes.value.get(id) ?? ''
      if (after === before) continue
      draft.set(id, { code: after })
      mapping.push({ element: id, kind, name, ...(before === undefined ? {} : { before }), after })
    }
    return ok(mapping)
  },
})

/** What is to be numbered: owners before what they own, siblings in their order, the rest in natural order. */
function elementsFor(draft: Draft, wanted: ReadonlySet<string>, under: ElementId | undefined): Element[] {
  const found: Element[] = []
  const visit = (id: ElementId): void => {
    const element = draft.get(id)
    if (element === undefined) return
    if (wanted.has(element.kind) && id !== under) found.push(element)
    for (const owned of draft.lookups().ownedBy(id)) visit(owned)
  }
  if (under === undefined) for (const root of rootsOf(draft)) visit(root)
  else visit(under)
  return found
}

/** Elements without owner, kind by kind. */
function rootsOf(draft: Draft): ElementId[] {
  const roots: ElementId[] = []
  for (const { name } of everyKind) {
    const some: (readonly [key: string, id: ElementId])[] = []
    for (const id of draft.lookups().allOf(name)) {
      const element = draft.get(id)
      if (element && element.owner === undefined) some.push([elementKey(element), id])
    }
    some.sort(([a], [b]) => codeUnitCompare(a, b))
    for (const [, id] of some) roots.push(id)
  }
  return roots
}

type Codes = ReadonlyMap<ElementId, string>

/** New codes of these elements. With `onlyMissing` numbers go on after the highest there is; else they begin at 1. */
function codesFor(draft: Draft, elements: readonly Element[], onlyMissing: boolean): Result<Codes, Refusal> {
  const run = new Set(elements.map(element => element.id))
  const given = new Set<string>()
  const isTaken = (code: string): boolean =>
    given.has(compareKey(code)) ||
    draft
      .lookups()
      .coded(code)
      .some(id => !run.has(id))
  const last = new Map<string, number>()
  const codes = new Map<ElementId, string>()
  for (const element of elements) {
    const owner = element.owner === undefined ? undefined : draft.get(element.owner)
    const numbering = numberingFor(draft, element.kind, (owner && codes.get(owner.id)) ?? owner?.code)
    if (!numbering.ok) return refuse(numbering.error, { kind: element.kind })
    const series = `${element.kind}\u0000${numbering.value.prefix}\u0000${numbering.value.suffix}`
    let number = last.get(series) ?? (onlyMissing ? highestNumber(draft, element.kind, numbering.value, element.owner) : 0)
    do number++
    while (isTaken(codeWith(numbering.value, number)))
    last.set(series, number)
    const code = codeWith(numbering.value, number)
    if (kindOf(element.kind)?.accepts({ id: element.id, kind: element.kind, name: '', code }) !== true)
      return refuse('scheme-invalid', { kind: element.kind })
    given.add(compareKey(code))
    codes.set(element.id, code)
  }
  return ok(codes)
}
