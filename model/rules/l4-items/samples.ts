import { one, type Samples } from '../sample.ts'

/** Thirteen data items, one more than an item should need. */
const many = Array.from({ length: 13 }, (_, index) => one('dataItem', `n${index + 10}`))

/** A genuine credit code (domain §3.5), level 4, and a catalogue code. */
const implementationCode = '91110000101623741K4000131001000'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L4-FLAG': { bad: [one('item', 'i')], good: [one('item', 'i', { dimensions: ['service'] })] },
  'CHK-L4-LEAD': {
    bad: [
      one('organisation', 'o1'),
      one('coreBusiness', 'c', { lead: 'o1' }),
      one('module', 'm', { owner: 'c' }),
      one('unit', 'u', { owner: 'm' }),
      one('item', 'i', { owner: 'u' }),
    ],
    good: [one('organisation', 'o1'), one('item', 'i', { lead: 'o1' })],
  },
  'CHK-L4-ONELEAD': {
    bad: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('item', 'i', { lead: 'o1', assistRoles: [{ organisation: 'o2', role: 'lead' }] }),
    ],
    good: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('item', 'i', { lead: 'o1', assistRoles: [{ organisation: 'o2', role: 'assist' }] }),
    ],
  },
  'CHK-L4-ASSIST': {
    bad: [one('organisation', 'o1'), one('item', 'i', { lead: 'o1', assists: ['o1'] })],
    good: [one('organisation', 'o1'), one('organisation', 'o2'), one('item', 'i', { lead: 'o1', assists: ['o2'] })],
  },
  'CHK-L4-GRAN': {
    bad: [...many, one('item', 'i', { needs: many.map(data => data.id) })],
    good: [...many, one('item', 'i', { needs: ['n10'], trigger: '申请', result: '证书' })],
  },
  'CHK-L4-ENDS': { bad: [one('item', 'i')], good: [one('item', 'i', { trigger: '申请', outputs: ['证书'] })] },
  'CHK-L4-LEVEL': {
    bad: [one('organisation', 'o1', { level: 'county' }), one('item', 'i', { lead: 'o1', levels: ['township'] })],
    good: [one('organisation', 'o1', { level: 'county' }), one('item', 'i', { lead: 'o1', levels: ['county', 'township'] })],
  },
  'CHK-L4-DUP': {
    bad: [
      one('organisation', 'o1'),
      one('item', 'i', { name: '村级财务公开审核', lead: 'o1' }),
      one('item', 'j', { name: '村级财务公开审核。', lead: 'o1' }),
    ],
    good: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('item', 'i', { name: '村级财务公开', lead: 'o1' }),
      one('item', 'j', { name: '村级财务公开', lead: 'o2' }),
      one('item', 'k', { name: '发票查验', lead: 'o1' }),
    ],
  },
  'CHK-L4-BASIS': { bad: [one('item', 'i')], good: [one('item', 'i', { itemType: 'internalMatter' })] },
  'CHK-L4-NEEDS': { bad: [one('item', 'i')], good: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] })] },
  'CHK-L4-NEEDGAP': {
    bad: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('item', 'i', { needs: ['n'] }),
      one('indicator', 'k', { items: ['i'], formula: { text: '计数(p)', refs: [{ name: 'p', id: 'p' }] } }),
    ],
    good: [
      one('dataItem', 'n'),
      one('item', 'i', { needs: ['n'] }),
      one('indicator', 'k', { items: ['i'], formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } }),
    ],
  },
  'CHK-L4-CODE': {
    bad: [one('item', 'i', { implementationCode: '11111111111111111A4000131001000' })],
    good: [one('item', 'i', { itemType: 'administrativeLicence', catalogCode: '000131001000', implementationCode })],
  },
  'CHK-L4-LIMIT': {
    bad: [one('item', 'i', { timeLimit: { value: 30, unit: 'calendarDay' }, legalLimit: { value: 20, unit: 'workday' } })],
    good: [one('item', 'i', { timeLimit: { value: 5, unit: 'workday' }, legalLimit: { value: 20, unit: 'workday' } })],
  },
  'CHK-L4-UNSORTED': {
    bad: [one('item', 'i')],
    good: [
      one('coreBusiness', 'c'),
      one('module', 'm', { owner: 'c' }),
      one('unit', 'u', { owner: 'm' }),
      one('item', 'i', { owner: 'u' }),
    ],
  },
  'CHK-L4-FEE': { bad: [one('item', 'i', { fee: true })], good: [one('item', 'i', { fee: true, feeBasis: '收费目录' })] },
}
