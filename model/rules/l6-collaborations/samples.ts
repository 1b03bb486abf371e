import { one, type Samples } from '../sample.ts'

const cast = [one('organisation', 'o1'), one('organisation', 'o2'), one('item', 'i', { lead: 'o1', assists: ['o2'] })]

const handOver = [
  ...cast,
  one('flow', 'f'),
  one('step', 's', { owner: 'f', organisation: 'o1', item: 'i' }),
  one('step', 't', { owner: 'f', organisation: 'o2', item: 'i' }),
  one('link', 'st', { owner: 'f', from: 's', to: 't' }),
]

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L6-DERIVE': { bad: [...handOver], good: [...handOver, one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i' })] },
  'CHK-L6-SINGLE': {
    bad: [...cast, one('flow', 'f'), one('step', 's', { owner: 'f', organisation: 'o1', item: 'i' })],
    good: [...handOver],
  },
  'CHK-L6-SELF': {
    bad: [...cast, one('collaboration', 'w', { from: 'o1', to: 'o1', item: 'i' })],
    good: [...cast, one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i' })],
  },
  'CHK-L6-ENDS': {
    bad: [...cast, one('collaboration', 'w', { from: 'o1' })],
    good: [...cast, one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i', type: 'serialHandoff' })],
  },
  'CHK-L6-DUP': {
    bad: [
      ...cast,
      one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i', type: 'serialHandoff' }),
      one('collaboration', 'x', { from: 'o1', to: 'o2', item: 'i', type: 'serialHandoff' }),
    ],
    good: [
      ...cast,
      one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i', type: 'serialHandoff' }),
      one('collaboration', 'x', { from: 'o1', to: 'o2', item: 'i', type: 'dataSharing' }),
    ],
  },
  'CHK-L6-NOEVIDENCE': {
    bad: [...handOver, one('collaboration', 'w', { from: 'o2', to: 'o1', item: 'i' })],
    good: [...handOver, one('collaboration', 'w', { from: 'o1', to: 'o2', item: 'i' })],
  },
  'CHK-L6-DATA': {
    bad: [one('collaboration', 'w', { type: 'dataSharing' })],
    good: [one('dataItem', 'n'), one('collaboration', 'w', { type: 'dataSharing', data: ['n'] })],
  },
}
