import { explain, type Reason } from '#model/method/explain.ts'
import { type Ledger, ledgerOf, type Rate, type Share } from '#model/method/ledger.ts'
import { ledgerOptionsIn } from '#model/method/ledger-options.ts'
import type { Element } from '#model/schema/element.ts'
import { writeReference } from '#model/wording/index.ts'
import { labelOf } from '#model/code-lists/index.ts'
import { text } from '#words/index.ts'
import { kindLabel, titleOf } from '../output/describe.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { documentOf, elementOf, type Opened } from '../opened.ts'

/** The two rates and what is ready. Source: contracts C5.3. */
export function ready(opened: Opened): Outcome {
  const options = ledgerOptionsIn(documentOf(opened))
  const ledger = ledgerOf(opened.view(), options)
  return { json: ledger, text: printLedger(ledger, options.minuteDenominator ?? 'minute') }
}

function printLedger(ledger: Ledger, denominator: 'minute' | 'all'): string {
  const rows: readonly (readonly [string, Share])[] = [
    [kindLabel('indicator'), ledger.indicators],
    [kindLabel('item'), ledger.items],
    [kindLabel('unit'), ledger.units],
    [kindLabel('module'), ledger.modules],
    [text('cli/target-system'), ledger.systems],
  ]
  return [
    rateLine(text('cli/satisfaction'), ledger.satisfaction),
    `${rateLine(text('cli/minute-satisfaction'), ledger.minuteSatisfaction)}${text(`cli/denominator-${denominator}`)}`,
    '',
    table(
      [{ title: text('cli/level') }, { title: text('cli/ready'), align: 'right' }, { title: text('cli/total'), align: 'right' }],
      rows.map(([label, share]) => [label, String(share.ready), String(share.total)]),
    ),
  ].join('\n')
}

function rateLine(label: string, { satisfied, needed, rate, target }: Rate): string {
  const percent = rate === null ? '—' : `${rate.toFixed(2)}%`
  return text('cli/rate-line', { label, percent, satisfied, needed, target })
}

/** Why an element is not ready, down to the open entries. */
export function explainReady(opened: Opened, written: string): Outcome {
  const element = elementOf(opened, written)
  const explanation = explain(element.id, opened.view())
  if (explanation === undefined)
    return {
      json: { element: element.id, ready: null, because: [] },
      text: text('cli/no-readiness', { name: titleOf(element), kind: kindLabel(element.kind) }),
    }
  const head = text(explanation.ready ? 'cli/is-ready' : 'cli/is-not-ready', { name: titleOf(element) })
  return {
    json: named(explanation, opened),
    text: [head, ...explanation.because.flatMap(reason => printReason(reason, opened, 1))].join('\n'),
  }
}

/** Organisations by name, since programs that read this show it to people. */
function named(value: { readonly element: string; readonly ready: boolean; readonly because: readonly Reason[] }, opened: Opened): unknown {
  return { element: value.element, ready: value.ready, because: value.because.map(reason => namedReason(reason, opened)) }
}

function namedReason({ organisation, because, ...reason }: Reason, opened: Opened): unknown {
  return {
    ...reason,
    organisation: organisation === undefined ? null : nameOf(opened.get(organisation)),
    because: because.map(one => namedReason(one, opened)),
  }
}

const nameOf = (element: Element | undefined): string => element?.name ?? ''

function printReason(reason: Reason, opened: Opened, depth: number): string[] {
  const state = text(`state/${reason.state}`) || labelOf('rightLegStatus', reason.state)
  const who = reason.organisation === undefined ? '' : text('cli/who', { name: writeReference(reason.organisation, opened.wording()) })
  const line = `${'  '.repeat(depth)}• ${kindLabel(reason.kind)}「${reason.name}」${state}${who}`
  return [line, ...reason.because.flatMap(one => printReason(one, opened, depth + 1))]
}
