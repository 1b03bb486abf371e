import fc from 'fast-check'
import { codeListOf } from '#model/code-lists/index.ts'
import { tidy } from '#model/document/draft.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Element, FieldValue } from '#model/schema/element.ts'
import { type Chance, chanceFrom } from '#demo/index.ts'
import { randomFields } from '../support/random-document.ts'
import { hostileTexts, type IdsOf } from '../support/random-values.ts'

/** Kinds a bundle is made of; the more often one stands here, the more of it there are. */
const kinds = `organisation system codeList item indicator basis service service requirement sharing
  resource resource resource dataItem dataItem dataItem dataItem dataItem dataItem`.split(/\s+/u)

const values = (list: string): readonly string[] => codeListOf(list)?.values.map(({ value }) => value) ?? []

const domains = ['1是 0否', '1相符；2不符', 'YYYYMMDD', 'YYYYMM', 'YYYYMMDDHHMMSS', '登记状态码表', '0–100', '1是 1否', '01-甲,02-乙']

/** What decides types, codes and networks, with values that occur, and with those that must not harm. */
function decisive(kind: string, chance: Chance): Record<string, FieldValue | undefined> {
  switch (kind) {
    case 'dataItem':
      return {
        dataType: chance.pick(values('dataTypeGuide')),
        length: chance.pick([undefined, 1, 2, 8, 14, 18, 2000, 0, -7, 2.5, 1e21]),
        precision: chance.pick([undefined, 0, 2, 18, 1e9, 0.1]),
        valueDomain: chance.pick(domains),
        english: chance.pick(['creditCode', 'credit_code', 'CreditCode', ...hostileTexts]),
        personalInfo: chance.pick(['none', 'none', 'none', 'general']),
        securityLevel: chance.pick(['L1', 'L1', 'L2', 'L4']),
        secret: undefined,
      }
    case 'system':
      return { network: chance.pick(values('networkZone').slice(0, 3)) }
    case 'resource':
    case 'indicator':
      return { secret: undefined }
    case 'service':
      return {
        endpoint: chance.pick([
          '/a/b',
          '/a/b',
          '/../x',
          '//host/x',
          'https://host/x',
          '/a?b={c}',
          '/{id}',
          '/名称',
          '/services/evil',
          '/services/null',
        ]),
      }
    default:
      return {}
  }
}

function documentFrom(seeds: readonly number[]): Snapshot {
  const placed = seeds.map((seed, at): Element => {
    const chance = chanceFrom(seed)
    return { id: `e${at}`, kind: chance.pick(kinds) ?? '', name: chance.pick(hostileTexts.filter(text => text.trim() !== '')) ?? '' }
  })
  const idsOf: IdsOf = wanted => placed.filter(one => wanted.includes('*') || wanted.includes(one.kind)).map(one => one.id)
  return snapshotOf(
    placed.map((element, at) => {
      const kind = kindOf(element.kind)
      const seed = seeds[at] ?? 0
      return kind ? tidy({ ...element, ...randomFields(kind, idsOf, seed), ...decisive(kind.name, chanceFrom(seed + 1)) }) : element
    }),
  )
}

/** Documents with a right leg: resources, data of every type, code lists, services, requirements and what uses them. */
export const rightLegs = (size: number): fc.Arbitrary<Snapshot> =>
  fc.array(fc.nat(), { minLength: 5, maxLength: size, size: 'max' }).map(documentFrom)
