import { one, type Samples } from '../sample.ts'

const above = [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' }), one('unit', 'u', { owner: 'm' })]

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L3-EMPTY': { bad: [...above], good: [...above, one('item', 'i', { owner: 'u' })] },
  'CHK-L3-SINGLE': {
    bad: [...above, one('item', 'i', { owner: 'u' })],
    good: [...above, one('item', 'i', { owner: 'u' }), one('item', 'j', { owner: 'u' })],
  },
}
