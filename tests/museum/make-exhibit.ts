import { keysAfter } from '#model/base/order-key.ts'
import { tidy } from '#model/document/draft.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { writeDocument } from '#model/file/write.ts'
import { kinds } from '#model/kinds/index.ts'
import { commonFields, type Kind } from '#model/schema/define-kind.ts'
import type { Element, FieldValue } from '#model/schema/element.ts'
import { chanceFor } from '#demo/index.ts'
import { hostileTexts, type IdsOf, randomValue } from '../support/random-values.ts'

/** Three elements of a kind: one with every field, one with other values and fields of its own, one nearly empty. */
const ROUNDS = [0, 1, 2] as const

const allKinds: readonly Kind[] = kinds

/** A small document with every kind and every field there is, and parts that nobody knows. The same at every call. */
export function makeExhibit(): Uint8Array {
  const elements = ROUNDS.flatMap(round => allKinds.filter(kind => round === 0 || kind.name !== 'document').map(kind => placed(kind, round)))
  const idsOf: IdsOf = wanted => elements.filter(one => wanted.includes('*') || wanted.includes(one.kind)).map(one => one.id)
  const snapshot = snapshotOf(elements.map(element => tidy({ ...fieldsFor(element, idsOf), ...element })))
  const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
  return writeDocument(
    snapshot,
    new Map([
      ['history/versions.json', utf8('{"versions":[]}')],
      ['attachments/依据.txt', utf8('附件原样保留')],
    ]),
  )
}

function placed(kind: Kind, round: (typeof ROUNDS)[number]): Element {
  const at = allKinds.indexOf(kind)
  const parent = kind.parents?.find(name => name !== kind.name) ?? (round > 0 ? kind.parents?.[0] : undefined)
  const stands = parent !== undefined && (kind.needsOwner || round > 0)
  return {
    id: `${kind.name}-${round}`,
    kind: kind.name,
    name: round === 0 ? kind.label : `${kind.label} ${hostileTexts[(at * 3 + round) % hostileTexts.length]}`,
    ...(round === 0 ? { code: `${kind.prefix}-1` } : {}),
    ...(stands ? { owner: `${parent}-0`, order: keysAfter(undefined, at + 1).at(-1) ?? '' } : {}),
  }
}

function fieldsFor({ id, kind: name }: Element, idsOf: IdsOf): Record<string, FieldValue> {
  const kind = allKinds.find(one => one.name === name)
  const fields: Record<string, FieldValue> = id.endsWith('-1') ? { custom: { 'fieldDefinition-0': '自定义的值', constructor: '不是构造器' } } : {}
  for (const [field, declared] of Object.entries({ ...commonFields, ...kind?.fields })) {
    if (id.endsWith('-2') && declared.whenGone !== 'remove') continue
    for (let seed = 0; seed < 40 && fields[field] === undefined; seed++) {
      const value = randomValue(declared, idsOf, chanceFor(seed, id + field))
      if (value !== undefined && declared.accepts(value) && String(value).length < 500) fields[field] = value
    }
  }
  return fields
}
