import { one, type Samples } from '../sample.ts'

const walk = [
  one('flow', 'f'),
  one('step', 'a', { owner: 'f', type: 'startEvent' }),
  one('step', 'b', { owner: 'f', type: 'userTask' }),
  one('step', 'z', { owner: 'f', type: 'endEvent' }),
  one('link', 'ab', { owner: 'f', from: 'a', to: 'b' }),
  one('link', 'bz', { owner: 'f', from: 'b', to: 'z' }),
]

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L5-NOFLOW': { bad: [one('item', 'i')], good: [one('item', 'i'), ...walk, one('step', 's', { owner: 'f', item: 'i' })] },
  'CHK-L5-NOSTEP': { bad: [one('flow', 'f')], good: [...walk] },
  'CHK-L5-DEAD': {
    bad: [
      ...walk,
      one('step', 'c', { owner: 'f', type: 'userTask' }),
      one('link', 'bc', { owner: 'f', from: 'b', to: 'c' }),
      one('link', 'cb', { owner: 'f', from: 'c', to: 'b' }),
    ],
    good: [...walk],
  },
  'CHK-L5-LIMIT': {
    bad: [
      one('item', 'i', { timeLimit: { value: 3, unit: 'workday' } }),
      one('flow', 'f'),
      one('step', 's', { owner: 'f', item: 'i', timeLimit: { value: 2, unit: 'workday' } }),
      one('step', 't', { owner: 'f', item: 'i', timeLimit: { value: 2, unit: 'workday' } }),
      one('link', 'l', { owner: 'f', from: 's', to: 't' }),
    ],
    good: [
      one('item', 'i', { timeLimit: { value: 3, unit: 'workday' } }),
      one('flow', 'f'),
      one('step', 's', { owner: 'f', item: 'i', timeLimit: { value: 2, unit: 'workday' } }),
      one('step', 't', { owner: 'f', item: 'i', timeLimit: { value: 2, unit: 'workday' } }),
    ],
  },
  'CHK-L5-ORG': {
    bad: [one('flow', 'f'), one('step', 's', { owner: 'f', type: 'userTask' })],
    good: [
      one('organisation', 'o1'),
      one('flow', 'f'),
      one('step', 's', { owner: 'f', type: 'userTask', organisation: 'o1' }),
      one('step', 'z', { owner: 'f', type: 'endEvent' }),
    ],
  },
  'CHK-L5-ITEM': {
    bad: [one('flow', 'f'), one('step', 's', { owner: 'f', type: 'userTask' })],
    good: [one('item', 'i'), one('flow', 'f', { owner: 'i' }), one('step', 's', { owner: 'f', type: 'userTask' })],
  },
  'CHK-L5-BRANCH': {
    bad: [
      ...walk,
      one('step', 'g', { owner: 'f', type: 'exclusiveGateway' }),
      one('link', 'ga', { owner: 'f', from: 'g', to: 'b' }),
      one('link', 'gz', { owner: 'f', from: 'g', to: 'z' }),
    ],
    good: [
      ...walk,
      one('step', 'g', { owner: 'f', type: 'exclusiveGateway' }),
      one('link', 'ga', { owner: 'f', from: 'g', to: 'b' }),
      one('link', 'gz', { owner: 'f', from: 'g', to: 'z', condition: '达到' }),
    ],
  },
  'CHK-L5-LINK': {
    bad: [...walk, one('flow', 'h'), one('step', 'y', { owner: 'h' }), one('link', 'by', { owner: 'f', from: 'b', to: 'y' })],
    good: [...walk],
  },
  'CHK-L5-SUBFLOW': {
    bad: [one('flow', 'f'), one('step', 's', { owner: 'f', type: 'subProcess' })],
    good: [one('flow', 'f'), one('flow', 'h'), one('step', 's', { owner: 'f', type: 'subProcess', subflow: 'h' })],
  },
  'CHK-L5-NODATA': { bad: [...walk], good: [one('dataItem', 'n'), ...walk, one('step', 's', { owner: 'f', inputs: ['n'] })] },
}
