import { grounds } from './grounds.mjs'
import { iteration } from './iteration.mjs'
import { leftLeg } from './left-leg.mjs'
import { watched } from './placed.mjs'
import { rightLeg } from './right-leg.mjs'
import { tidy } from './stored.mjs'
import { withOwned } from './versions.mjs'

/**
 * Turns the worked model into elements for the stated purpose; `v2` names those that came with the second version, `unplaced` names every leaf
 * that went nowhere.
 */
export function convertSanzi(json, { purpose }) {
  const { value: example, unread } = watched(json)
  const context = { example, purpose, v2: new Set(), nameOf: namesOf(example) }
  const elements = [documentOf(context), ...grounds(context), ...leftLeg(context), ...rightLeg(context), ...iteration(context)].map(tidy)
  const versions = example.versions.map(({ id, name, date, overlayId }) => ({
    id,
    name,
    date,
    ...(overlayId ? { overlay: overlayId } : {}),
  }))
  return { elements, v2: withOwned(context.v2, elements), versions, unplaced: unread() }
}

function namesOf(example) {
  const names = new Map([...example.dataRequirements, ...example.indicators].map(one => [one.id, one.name]))
  return id => {
    const name = names.get(id)
    return /^[\p{L}\p{N}_]+$/u.test(name) ? name : `[${name}]`
  }
}

function documentOf({ example, purpose }) {
  const { title, region, regionName, version } = example.meta
  const when = example.versions.at(-1)
  return {
    id: 'document',
    kind: 'document',
    name: title,
    region,
    regionName,
    version,
    createdOn: when.date,
    purpose,
    illustrative: example.illustrative,
    note: example.notice,
    template: 'sanzi',
  }
}
