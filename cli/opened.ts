import { analyse, type Analysis, viewIn } from '#model/analysis/index.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { View } from '#model/method/define-fact.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { type Wording, wordingOf } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import { kindLabel, titleOf } from './output/describe.ts'
import { exitCodes } from './output/exit-codes.ts'
import { findElement } from './find-element.ts'
import { CommandError } from './output/outcome.ts'

/** A document as commands see it; what is derived is computed when first asked for. */
export interface Opened {
  readonly state: () => DocumentState
  readonly get: (id: ElementId) => Element | undefined
  readonly analysis: () => Analysis
  readonly view: () => View
  readonly wording: () => Wording
  readonly today: string
}

export function opened(state: () => DocumentState, today: string): Opened {
  let analysed: Analysis | undefined
  let worded: { readonly of: DocumentState; readonly wording: Wording } | undefined
  const analysis = (): Analysis => {
    if (analysed?.state !== state()) analysed = analyse(state(), today)
    return analysed
  }
  return {
    state,
    get: id => state().snapshot.get(id),
    analysis,
    view: () => viewIn(analysis()),
    wording() {
      if (worded?.of !== state()) worded = { of: state(), wording: wordingOf(state()) }
      return worded.wording
    },
    today,
  }
}

/** The element a person named; throws `CommandError` that lists the candidates when there are several. */
export function elementOf(one: Opened, written: string, kinds?: readonly string[]): Element {
  const found = findElement(one.state(), written, kinds)
  if (found.ok) return found.value
  const { code, candidates } = found.error
  const lines = candidates.map(element => `  ${element.id}  ${kindLabel(element.kind)}  ${titleOf(element)}`)
  throw new CommandError(code, [text(`cli/${code}`, { written }), ...lines].join('\n'), exitCodes.usage)
}

/** The document element, of which there is one. */
export function documentOf(one: Opened): Element | undefined {
  for (const id of one.state().lookups.allOf('document')) return one.get(id)
  return undefined
}
