import { one, type Samples } from '../sample.ts'

const open = [one('document', 'd'), one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n', timeliness: 'minute' })]

const inUse = one('sharing', 'e', { requirement: 'r', state: 'inUse' })

const holistic = [
  one('document', 'd'),
  one('coreBusiness', 'c', { application: 'partyGovHolisticGovernance', domain: 'ruralRevitalisation' }),
]

const takenApart = [one('module', 'm', { owner: 'c' }), one('unit', 'u', { owner: 'm' }), one('item', 'i', { owner: 'u' })]

const social = [one('document', 'd'), one('coreBusiness', 'c', { application: 'digitalSociety' })]

const offices = [one('organisation', 'o1'), one('organisation', 'o2')]

const items = [one('item', 'i', { lead: 'o1' }), one('item', 'j', { lead: 'o2' })]

const scenes = Array.from({ length: 6 }, (_, index) => one('scene', `s${index}`, { items: ['i', 'j'] }))

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-TARGET-T01': { bad: [...open], good: [...open, inUse] },
  'CHK-TARGET-T02': { bad: [...open], good: [...open, inUse] },
  'CHK-TARGET-T06': { bad: [...holistic], good: [...holistic, ...takenApart] },
  'CHK-TARGET-T07': { bad: [...holistic], good: [...holistic, ...takenApart] },
  'CHK-TARGET-T26': { bad: [...social], good: [...social, ...offices, ...items, ...scenes] },
  'CHK-TARGET-T27': { bad: [...social, ...offices, ...items, ...scenes.slice(0, 5)], good: [...social, ...offices, ...items, ...scenes] },
}
