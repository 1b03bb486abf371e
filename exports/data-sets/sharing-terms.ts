import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { SharingTerms } from './data-set.ts'

/**
 * The terms of a resource: what it states, else what its data items state together. One type throughout is the type of the
 * whole; different ones make it conditional. Source: domain §6, CHK-R1-ROLLUP.
 */
export const sharingTerms = (resource: Element, dataItems: readonly Element[]): SharingTerms => ({
  shareType: stated(resource, 'shareType') ?? together(dataItems, 'shareType'),
  shareCondition: stated(resource, 'shareCondition') ?? conditions(dataItems, 'shareCondition'),
  openType: stated(resource, 'openType') ?? together(dataItems, 'openType'),
  openCondition: stated(resource, 'openCondition') ?? conditions(dataItems, 'openCondition'),
})

const stated = (resource: Element, field: string): string | undefined => textIn(resource, field) || undefined

const distinct = (dataItems: readonly Element[], field: string): string[] => [
  ...new Set(dataItems.map(one => textIn(one, field)).filter(text => text !== '')),
]

function together(dataItems: readonly Element[], field: string): string {
  const [first = '', ...others] = distinct(dataItems, field)
  return others.length > 0 ? 'conditional' : first
}

/** What only points to the line above says nothing away from it. */
const conditions = (dataItems: readonly Element[], field: string): string =>
  distinct(dataItems, field)
    .filter(text => text !== '同上')
    .join('；')
