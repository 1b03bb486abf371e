import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-T-NAME': { bad: [one('item', 'i', { name: ' ' })], good: [one('item', 'i')] },
  'CHK-T-LONG': { bad: [one('item', 'i', { name: '长'.repeat(61) })], good: [one('item', 'i', { name: '长'.repeat(60) })] },
  'CHK-T-BLANK': { bad: [one('item', 'i', { name: '村级\n财务 ' })], good: [one('item', 'i', { name: '村级 财务' })] },
  'CHK-T-BIDI': { bad: [one('item', 'i', { name: '村级\u200B财务' })], good: [one('item', 'i', { name: '村级财务' })] },
  'CHK-T-CODE': {
    bad: [one('item', 'i', { code: 'A1' }), one('item', 'j', { code: 'a1' })],
    good: [
      one('item', 'i', { code: 'A1' }),
      one('unit', 'u', { code: 'A1', owner: 'm' }),
      one('module', 'm', { owner: 'c' }),
      one('coreBusiness', 'c'),
    ],
  },
  'CHK-T-TWICE': {
    bad: [one('system', 'x', { name: '信访系统' }), one('system', 'y', { name: '信访系统' })],
    good: [one('system', 'x', { name: '信访系统' }), one('organisation', 'y', { name: '信访系统' })],
  },
  'CHK-T-CREDIT': {
    bad: [one('organisation', 'o1', { creditCode: '91110000101623741A' })],
    good: [
      one('organisation', 'o1', { creditCode: '91110000101623741K' }),
      one('organisation', 'o2', { creditCode: '911101066976941872' }),
    ],
  },
  'CHK-T-REGION': {
    bad: [one('organisation', 'o1', { level: 'province', regionCode: '330106' })],
    good: [
      one('organisation', 'o1', { level: 'county', regionCode: '330106000000' }),
      one('organisation', 'o2', { regionCode: '开发区-1' }),
    ],
  },
  'CHK-T-LIST': {
    bad: [one('item', 'i', { levels: ['镇上'] })],
    good: [
      one('codeList', 'l', { extends: 'orgLevel', values: [{ code: '7', value: '镇上', label: '镇上' }] }),
      one('item', 'i', { levels: ['county', '镇上'] }),
    ],
  },
  'CHK-T-BASIS': {
    bad: [one('basis', 'b', { inForce: false, replacedBy: 'b2' }), one('basis', 'b2'), one('item', 'i', { bases: ['b'] })],
    good: [one('basis', 'b', { inForce: true }), one('item', 'i', { bases: ['b'] })],
  },
  'CHK-T-PERSON': {
    bad: [one('item', 'i', { note: '联系 13812345678' })],
    good: [one('organisation', 'o1', { contact: '张三 13812345678', note: '流水 138123456789012' })],
  },
  'CHK-T-CREDENTIAL': {
    bad: [one('service', 'v', { endpoint: 'https://admin:secret1@10.0.0.1/api' })],
    good: [one('service', 'v', { endpoint: 'https://10.0.0.1/api', authentication: '应用密钥' })],
  },
  'CHK-T-TERM': {
    bad: [one('term', 't', { name: '统一社会信用代码', synonyms: ['信用代码'] }), one('dataItem', 'n', { name: '信用代码' })],
    good: [one('term', 't', { name: '统一社会信用代码', synonyms: ['信用代码'] }), one('dataItem', 'n', { name: '统一社会信用代码' })],
  },
  'CHK-X-SYSTEM': {
    bad: [one('system', 'y')],
    good: [one('organisation', 'o1'), one('system', 'y', { ownerOrganisation: 'o1', network: 'internet' })],
  },
  'CHK-X-WAIVER': {
    bad: [one('item', 'i'), one('waiver', 'w', { rule: 'CHK-L5-NOFLOW', object: 'i' })],
    good: [
      one('item', 'i'),
      one('waiver', 'w', { rule: 'CHK-L5-NOFLOW', object: 'i', reason: '将取消', person: '王五', expires: '2026-08-01' }),
    ],
  },
}
