import { naturalCompare } from '#model/base/text.ts'
import { kindOf, kinds } from '#model/kinds/index.ts'
import type { Element } from '#model/schema/element.ts'
import { referencesOf } from '#model/schema/references.ts'
import { writeReference, writeValue } from '#model/wording/index.ts'
import { findingsOf } from '#model/analysis/index.ts'
import { text } from '#words/index.ts'
import { describe, kindLabel, titleOf } from '../output/describe.ts'
import { findingText } from '../output/finding-text.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { elementOf, type Opened } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

/** The kind a person named, by its name in the code or by its Chinese label; throws `CommandError` with the list of kinds. */
export function kindNamed(written: string): string {
  const kind = kindOf(written) ?? kinds.find(one => one.label === written || one.name.toLowerCase() === written.toLowerCase())
  if (kind) return kind.name
  throw new CommandError(
    'kind-unknown',
    text('cli/kind-unknown', { written, kinds: kinds.map(one => `${one.name}（${one.label}）`).join('、') }),
    exitCodes.usage,
  )
}

/** All elements of a kind, in natural order of code, then name. */
export function list(opened: Opened, written: string): Outcome {
  const kind = kindNamed(written)
  const elements = elementsOf(opened, kind)
  const json = elements.map(({ id, code, name, kind: own, owner, ...fields }) => ({
    id,
    code: code ?? null,
    name,
    kind: own,
    owner: owner ?? null,
    ...fields,
  }))
  const shown = Object.entries(kindOf(kind)?.fields ?? {}).slice(0, 4)
  const rows = elements.map(element => [
    element.code ?? '',
    element.name,
    element.owner === undefined ? '' : writeReference(element.owner, opened.wording()),
    ...shown.map(([field, declared]) => writeValue(declared, element[field], opened.wording())),
  ])
  const columns = [
    { title: text('cli/code') },
    { title: text('cli/name'), most: 44 },
    { title: text('cli/owner'), most: 30 },
    ...shown.map(([, field]) => ({ title: field.label, most: 30 })),
  ]
  return {
    json: { elements: json },
    text: `${table(columns, rows)}\n${text('cli/count', { kind: kindLabel(kind), count: elements.length })}`,
  }
}

export function elementsOf(opened: Opened, kind: string): readonly Element[] {
  return Array.from(opened.state().lookups.allOf(kind), opened.get)
    .filter(element => element !== undefined)
    .sort((a, b) => naturalCompare(a.code ?? '\uFFFD', b.code ?? '\uFFFD') || naturalCompare(a.name, b.name) || naturalCompare(a.id, b.id))
}

/** One element with its links in both directions and its findings. */
export function show(opened: Opened, written: string): Outcome {
  const element = elementOf(opened, written)
  const out = outgoing(element, opened)
  const into = incoming(element, opened)
  const findings = findingsOf(opened.analysis()).filter(one => one.element === element.id)
  const fields = describe(element, opened.wording()).map(({ label, value }) => [label, value])
  const links = [
    ...out.map(one => ['→', kindLabel(one.kind), one.name, one.field]),
    ...into.map(one => ['←', kindLabel(one.kind), one.name, one.field]),
  ]
  return {
    json: { element, links: { out, in: into }, findings },
    text: [
      `${kindLabel(element.kind)}「${titleOf(element)}」`,
      table([{ title: text('cli/field') }, { title: text('cli/value'), most: 80 }], fields),
      '',
      table([{ title: '' }, { title: text('cli/kind') }, { title: text('cli/name'), most: 50 }, { title: text('cli/field') }], links),
      ...findings.map(one => `${one.rule}  ${findingText(one, element)}`),
    ].join('\n'),
  }
}

interface LinkRow {
  readonly field: string
  readonly id: string
  readonly kind: string
  readonly name: string
}

function outgoing(element: Element, opened: Opened): LinkRow[] {
  const kind = kindOf(element.kind)
  const owner = element.owner === undefined ? [] : [{ field: 'owner', to: element.owner }]
  return [...owner, ...(kind ? referencesOf(kind, element) : [])].flatMap(({ field, to }) => rowOf(field, opened.get(to)))
}

function incoming(element: Element, opened: Opened): LinkRow[] {
  const { lookups } = opened.state()
  const owned = lookups.ownedBy(element.id).map(from => ({ field: 'owner', from }))
  return [...owned, ...lookups.referrersOf(element.id)].flatMap(({ field, from }) => rowOf(field, opened.get(from)))
}

const rowOf = (field: string, target: Element | undefined): LinkRow[] =>
  target ? [{ field, id: target.id, kind: target.kind, name: target.name }] : []
