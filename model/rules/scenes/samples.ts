import { one, type Samples } from '../sample.ts'

const measures = (owner: string) =>
  ['indicatorSystem', 'workSystem', 'policySystem', 'evaluationSystem'].map(system =>
    one('measure', `${owner}-${system}`, { owner, system }),
  )

const organisations = [one('organisation', 'o1'), one('organisation', 'o2')]

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-X-3LIST': {
    bad: [one('demand', 'p'), one('scene', 's'), one('reform', 'q')],
    good: [one('demand', 'p'), one('scene', 's', { demands: ['p'] }), one('reform', 'q', { scenes: ['s'] })],
  },
  'CHK-X-SCENE': {
    bad: [one('scene', 's')],
    good: [
      one('item', 'i'),
      one('indicator', 'k'),
      one('collaboration', 'w'),
      one('dataItem', 'n'),
      one('scene', 's', { domain: 'ruralRevitalisation', items: ['i'], indicators: ['k'], collaborations: ['w'] }),
      one('scene', 't', { owner: 's', dataItems: ['n'] }),
      ...measures('s'),
    ],
  },
  'CHK-X-TASK': {
    bad: [one('majorTask', 'x', { tasks: [{ name: '增收' }] })],
    good: [
      ...organisations,
      one('majorTask', 'x', { tasks: [{ name: '增收', organisation: 'o1' }], chainStages: ['decide'] }),
      ...measures('x'),
    ],
  },
  'CHK-X-ONE': {
    bad: [one('scene', 's', { oneThing: true })],
    good: [
      ...organisations,
      one('scene', 's', { oneThing: true, lead: 'o1', partners: ['o2'], effects: [{ measure: '跑动次数', before: 6, after: 1 }] }),
    ],
  },
}
