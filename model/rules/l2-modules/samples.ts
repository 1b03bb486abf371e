import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L2-EMPTY': {
    bad: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' })],
    good: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' }), one('unit', 'u', { owner: 'm' })],
  },
  'CHK-L2-SINGLE': {
    bad: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' }), one('unit', 'u', { owner: 'm' })],
    good: [
      one('coreBusiness', 'c'),
      one('module', 'm', { owner: 'c' }),
      one('unit', 'u', { owner: 'm' }),
      one('unit', 'u2', { owner: 'm' }),
    ],
  },
}
