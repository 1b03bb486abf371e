import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L1-NONE': { bad: [one('document', 'd')], good: [one('document', 'd'), one('coreBusiness', 'c')] },
  'CHK-L1-LAW': { bad: [one('coreBusiness', 'c')], good: [one('coreBusiness', 'c', { basisText: '三定方案' })] },
  'CHK-L1-OWNER': { bad: [one('coreBusiness', 'c')], good: [one('organisation', 'o1'), one('coreBusiness', 'c', { lead: 'o1' })] },
  'CHK-L1-EMPTY': { bad: [one('coreBusiness', 'c')], good: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' })] },
  'CHK-L1-SINGLE': {
    bad: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' })],
    good: [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' }), one('module', 'm2', { owner: 'c' })],
  },
  'CHK-L1-DEF': { bad: [one('coreBusiness', 'c')], good: [one('coreBusiness', 'c', { definition: '管三资' })] },
  'CHK-L1-DOMAIN': { bad: [one('coreBusiness', 'c')], good: [one('coreBusiness', 'c', { domain: 'ruralRevitalisation' })] },
  'CHK-L1-OFFICES': {
    bad: [one('coreBusiness', 'c', { offices: ['甲科', '乙科', '丙科', '丁科'].sort() })],
    good: [one('coreBusiness', 'c', { offices: ['甲科'] })],
  },
}
