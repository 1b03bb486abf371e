import type { Element } from '#model/schema/element.ts'

/** For each rule a document that it objects to, and one that it does not. */
export const samples: { readonly [rule: string]: { readonly bad: readonly Element[]; readonly good: readonly Element[] } } = {
  'CHK-L1-EMPTY': {
    bad: [{ id: 'c', kind: 'coreBusiness', name: 'c' }],
    good: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
    ],
  },
  'CHK-L1-LAW': {
    bad: [{ id: 'c', kind: 'coreBusiness', name: 'c' }],
    good: [{ id: 'c', kind: 'coreBusiness', name: 'c', basisText: '三定方案' }],
  },
  'CHK-L1-NONE': {
    bad: [{ id: 'd', kind: 'document', name: 'd' }],
    good: [
      { id: 'd', kind: 'document', name: 'd' },
      { id: 'c', kind: 'coreBusiness', name: 'c' },
    ],
  },
  'CHK-L1-OWNER': {
    bad: [{ id: 'c', kind: 'coreBusiness', name: 'c' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'c', kind: 'coreBusiness', name: 'c', lead: 'o1' },
    ],
  },
  'CHK-L2-EMPTY': {
    bad: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
    ],
    good: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'u', kind: 'unit', name: 'u', owner: 'm' },
    ],
  },
  'CHK-L2-SINGLE': {
    bad: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'u', kind: 'unit', name: 'u', owner: 'm' },
    ],
    good: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'u', kind: 'unit', name: 'u', owner: 'm' },
      { id: 'v', kind: 'unit', name: 'v', owner: 'm' },
    ],
  },
  'CHK-L3-EMPTY': {
    bad: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'u', kind: 'unit', name: 'u', owner: 'm' },
    ],
    good: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'u', kind: 'unit', name: 'u', owner: 'm' },
      { id: 'i', kind: 'item', name: 'i', owner: 'u' },
    ],
  },
  'CHK-L4-BASIS': { bad: [{ id: 'i', kind: 'item', name: 'i' }], good: [{ id: 'i', kind: 'item', name: 'i', basisText: '条例第九条' }] },
  'CHK-L4-DUP': {
    bad: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'i', kind: 'item', name: '甲', lead: 'o1' },
      { id: 'j', kind: 'item', name: '甲', lead: 'o1' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: '甲', lead: 'o1' },
      { id: 'j', kind: 'item', name: '甲', lead: 'o2' },
    ],
  },
  'CHK-L4-FLAG': { bad: [{ id: 'i', kind: 'item', name: 'i' }], good: [{ id: 'i', kind: 'item', name: 'i', dimensions: ['service'] }] },
  'CHK-L4-GRAN': {
    bad: [
      {
        id: 'i',
        kind: 'item',
        name: 'i',
        needs: ['d00', 'd01', 'd02', 'd03', 'd04', 'd05', 'd06', 'd07', 'd08', 'd09', 'd10', 'd11', 'd12'],
      },
      { id: 'd00', kind: 'dataItem', name: 'd00' },
      { id: 'd01', kind: 'dataItem', name: 'd01' },
      { id: 'd02', kind: 'dataItem', name: 'd02' },
      { id: 'd03', kind: 'dataItem', name: 'd03' },
      { id: 'd04', kind: 'dataItem', name: 'd04' },
      { id: 'd05', kind: 'dataItem', name: 'd05' },
      { id: 'd06', kind: 'dataItem', name: 'd06' },
      { id: 'd07', kind: 'dataItem', name: 'd07' },
      { id: 'd08', kind: 'dataItem', name: 'd08' },
      { id: 'd09', kind: 'dataItem', name: 'd09' },
      { id: 'd10', kind: 'dataItem', name: 'd10' },
      { id: 'd11', kind: 'dataItem', name: 'd11' },
      { id: 'd12', kind: 'dataItem', name: 'd12' },
    ],
    good: [{ id: 'i', kind: 'item', name: 'i' }],
  },
  'CHK-L4-LEAD': {
    bad: [{ id: 'i', kind: 'item', name: 'i' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'i', kind: 'item', name: 'i', lead: 'o1' },
    ],
  },
  'CHK-L4-LEVEL': {
    bad: [
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i', lead: 'o2', levels: ['county'] },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'i', kind: 'item', name: 'i', lead: 'o1', levels: ['county'] },
    ],
  },
  'CHK-L4-NEEDGAP': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 's', kind: 'step', name: 's', owner: 'f', item: 'i', inputs: ['d'] },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 's', kind: 'step', name: 's', owner: 'f', item: 'i', inputs: ['d'] },
    ],
  },
  'CHK-L4-NEEDS': {
    bad: [{ id: 'i', kind: 'item', name: 'i' }],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
    ],
  },
  'CHK-L5-DEAD': {
    bad: [
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', type: 'startEvent' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', type: 'endEvent' },
    ],
    good: [
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', type: 'startEvent' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', type: 'endEvent' },
      { id: 'l', kind: 'link', name: 'l', owner: 'f', from: 'a', to: 'b' },
    ],
  },
  'CHK-L5-NOFLOW': {
    bad: [{ id: 'i', kind: 'item', name: 'i' }],
    good: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'f', kind: 'flow', name: 'f', owner: 'i' },
    ],
  },
  'CHK-L5-NOSTEP': {
    bad: [{ id: 'f', kind: 'flow', name: 'f' }],
    good: [
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 's', kind: 'step', name: 's', owner: 'f' },
    ],
  },
  'CHK-L5-ORG': {
    bad: [
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 's', kind: 'step', name: 's', owner: 'f' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 's', kind: 'step', name: 's', owner: 'f', organisation: 'o1' },
    ],
  },
  'CHK-L6-DERIVE': {
    bad: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', organisation: 'o1' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', organisation: 'o2', item: 'i' },
      { id: 'l', kind: 'link', name: 'l', owner: 'f', from: 'a', to: 'b' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', organisation: 'o1' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', organisation: 'o2', item: 'i' },
      { id: 'l', kind: 'link', name: 'l', owner: 'f', from: 'a', to: 'b' },
      { id: 'k', kind: 'collaboration', name: 'k', from: 'o1', to: 'o2', item: 'i' },
    ],
  },
  'CHK-L6-ENDS': {
    bad: [{ id: 'k', kind: 'collaboration', name: 'k' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'k', kind: 'collaboration', name: 'k', from: 'o1', to: 'o2', item: 'i' },
    ],
  },
  'CHK-L6-NOEVIDENCE': {
    bad: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'k', kind: 'collaboration', name: 'k', from: 'o1', to: 'o2', item: 'i' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'd', kind: 'dataItem', name: 'd', sourceOrganisation: 'o1' },
      { id: 'i', kind: 'item', name: 'i', lead: 'o2', needs: ['d'] },
      { id: 'k', kind: 'collaboration', name: 'k', from: 'o1', to: 'o2', item: 'i' },
    ],
  },
  'CHK-L6-SINGLE': {
    bad: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i', assists: ['o2'] },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', organisation: 'o1', item: 'i' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', organisation: 'o1', item: 'i' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'i', kind: 'item', name: 'i', assists: ['o2'] },
      { id: 'f', kind: 'flow', name: 'f' },
      { id: 'a', kind: 'step', name: 'a', owner: 'f', organisation: 'o1', item: 'i' },
      { id: 'b', kind: 'step', name: 'b', owner: 'f', organisation: 'o2', item: 'i' },
    ],
  },
  'CHK-L7-FILTER': {
    bad: [
      { id: 'd', kind: 'dataItem', name: '甲' },
      { id: 'g', kind: 'dataItem', name: '乙' },
      {
        id: 'k',
        kind: 'indicator',
        name: 'k',
        formula: {
          text: '计数(甲 其中 乙 > 0)',
          refs: [
            { name: '甲', id: 'd' },
            { name: '乙', id: 'g' },
          ],
        },
      },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: '甲' },
      { id: 'k', kind: 'indicator', name: 'k', formula: { text: '计数(甲 其中 甲 > 0)', refs: [{ name: '甲', id: 'd' }] } },
    ],
  },
  'CHK-L7-FORMULA': {
    bad: [{ id: 'k', kind: 'indicator', name: 'k', formula: { text: '计数(甲)' } }],
    good: [
      { id: 'd', kind: 'dataItem', name: '甲' },
      { id: 'k', kind: 'indicator', name: 'k', formula: { text: '计数(甲)', refs: [{ name: '甲', id: 'd' }] } },
    ],
  },
  'CHK-L7-NOIND': {
    bad: [{ id: 'i', kind: 'item', name: 'i' }],
    good: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'k', kind: 'indicator', name: 'k', items: ['i'] },
    ],
  },
  'CHK-L7-NOITEM': {
    bad: [{ id: 'k', kind: 'indicator', name: 'k' }],
    good: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'k', kind: 'indicator', name: 'k', items: ['i'] },
    ],
  },
  'CHK-L7-TARGET': {
    bad: [{ id: 'k', kind: 'indicator', name: 'k' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'k', kind: 'indicator', name: 'k', target: 90, direction: 'up', period: 'monthly', lead: 'o1' },
    ],
  },
  'CHK-L8-DUPCOLLECT': {
    bad: [
      { id: 'z', kind: 'resource', name: 'z' },
      { id: 'd', kind: 'dataItem', name: 'd', resource: 'z' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd', collection: 'new' },
    ],
    good: [
      { id: 'z', kind: 'resource', name: 'z' },
      { id: 'd', kind: 'dataItem', name: 'd', resource: 'z' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd', collection: 'reuse' },
    ],
  },
  'CHK-L8-LEVELUP': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd', securityLevel: 'L4' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd', securityLevel: 'L4' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r', authorisation: '授权书' },
    ],
  },
  'CHK-L8-NOREQ': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
    ],
  },
  'CHK-L8-NOSRC': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'y', kind: 'system', name: 'y' },
      { id: 'd', kind: 'dataItem', name: 'd', sourceOrganisation: 'o1', sourceSystem: 'y' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
    ],
  },
  'CHK-L8-PII': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'general' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'none' }],
  },
  'CHK-L8-PIILEVEL': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'general', securityLevel: 'L2' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'general', securityLevel: 'L3' }],
  },
  'CHK-L8-PIIOPEN': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'general', openType: 'unconditional' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', personalInfo: 'general', openType: 'notOpen' }],
  },
  'CHK-L8-SRC': {
    bad: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'o2', kind: 'organisation', name: 'o2', level: 'province' },
      { id: 'y', kind: 'system', name: 'y', ownerOrganisation: 'o2' },
      { id: 'd', kind: 'dataItem', name: 'd', sourceOrganisation: 'o1', sourceSystem: 'y' },
    ],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'y', kind: 'system', name: 'y', ownerOrganisation: 'o1' },
      { id: 'd', kind: 'dataItem', name: 'd', sourceOrganisation: 'o1', sourceSystem: 'y' },
    ],
  },
  'CHK-L8-STD': { bad: [{ id: 'd', kind: 'dataItem', name: 'd' }], good: [{ id: 'd', kind: 'dataItem', name: 'd', nonStandard: true }] },
  'CHK-L8-TWICE': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'requirement', name: 's', dataItem: 'd' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
    ],
  },
  'CHK-R1-BASIS': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', shareType: 'conditional' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', shareType: 'conditional', shareCondition: '仅限审计' }],
  },
  'CHK-R1-BLOCKED': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r', state: 'blocked' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd', blockReason: 'notReady', responsible: '张科', nextStep: '报省级' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r', state: 'blocked' },
    ],
  },
  'CHK-R1-CROSSLEVEL': {
    bad: [{ id: 's', kind: 'sharing', name: 's', crossLevel: true }],
    good: [{ id: 's', kind: 'sharing', name: 's', crossLevel: true, returnFlow: true }],
  },
  'CHK-R1-CROSSNET': {
    bad: [
      { id: 'y', kind: 'system', name: 'y', network: 'classifiedIntranet' },
      { id: 'x', kind: 'system', name: 'x', network: 'internet' },
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r', providerSystem: 'y', consumerSystem: 'x' },
    ],
    good: [
      { id: 'y', kind: 'system', name: 'y', network: 'classifiedIntranet' },
      { id: 'x', kind: 'system', name: 'x', network: 'internet' },
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r', providerSystem: 'y', consumerSystem: 'x', route: 'exchangePlatform' },
    ],
  },
  'CHK-R1-LISTED': {
    bad: [{ id: 's', kind: 'sharing', name: 's' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 'y', kind: 'system', name: 'y' },
      { id: 's', kind: 'sharing', name: 's', provider: 'o1', providerSystem: 'y', shareType: 'unconditional', method: 'api' },
    ],
  },
  'CHK-R1-NOENTRY': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 's', kind: 'sharing', name: 's', requirement: 'r' },
    ],
  },
  'CHK-R1-OPEN': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', shareType: 'notShared', openType: 'conditional' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', shareType: 'notShared', openType: 'notOpen' }],
  },
  'CHK-R1-ROLLUP': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd', shareType: 'conditional' },
      { id: 'z', kind: 'resource', name: 'z', items: ['d'], shareType: 'unconditional' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd', shareType: 'conditional' },
      { id: 'z', kind: 'resource', name: 'z', items: ['d'], shareType: 'conditional' },
    ],
  },
  'CHK-R1-UNSTRUCT': {
    bad: [{ id: 'd', kind: 'dataItem', name: 'd', structure: 'document' }],
    good: [{ id: 'd', kind: 'dataItem', name: 'd', structure: 'structured' }],
  },
  'CHK-R2-FRESH': {
    bad: [
      { id: 'z', kind: 'resource', name: 'z', updateCycle: 'daily' },
      { id: 'v', kind: 'service', name: 'v', resource: 'z', actualCycle: 'monthly' },
    ],
    good: [
      { id: 'z', kind: 'resource', name: 'z', updateCycle: 'daily' },
      { id: 'v', kind: 'service', name: 'v', resource: 'z', actualCycle: 'daily' },
    ],
  },
  'CHK-R2-IFACE': {
    bad: [{ id: 'v', kind: 'service', name: 'v', methods: ['api'] }],
    good: [{ id: 'v', kind: 'service', name: 'v', methods: ['api'], endpoint: '/v1/x' }],
  },
  'CHK-R7-EARLY': {
    bad: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'q', kind: 'acceptance', name: 'q', object: 'i', accepted: true },
    ],
    good: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'q', kind: 'acceptance', name: 'q', object: 'i', accepted: false },
    ],
  },
  'CHK-R7-SYS': {
    bad: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
    ],
    good: [
      { id: 'c', kind: 'coreBusiness', name: 'c' },
      { id: 'm', kind: 'module', name: 'm', owner: 'c' },
      { id: 'y', kind: 'system', name: 'y', target: true, covers: ['m'] },
    ],
  },
  'CHK-T-BASIS': {
    bad: [
      { id: 'b', kind: 'basis', name: 'b', inForce: false },
      { id: 'i', kind: 'item', name: 'i', bases: ['b'] },
    ],
    good: [
      { id: 'b', kind: 'basis', name: 'b', inForce: true },
      { id: 'i', kind: 'item', name: 'i', bases: ['b'] },
    ],
  },
  'CHK-T-BIDI': { bad: [{ id: 'i', kind: 'item', name: '甲​乙' }], good: [{ id: 'i', kind: 'item', name: 'i' }] },
  'CHK-T-CODE': {
    bad: [
      { id: 'i', kind: 'item', name: 'i', code: 'A1' },
      { id: 'j', kind: 'item', name: 'j', code: 'A1' },
    ],
    good: [
      { id: 'i', kind: 'item', name: 'i', code: 'A1' },
      { id: 'j', kind: 'item', name: 'j', code: 'A2' },
    ],
  },
  'CHK-T-CREDIT': {
    bad: [{ id: 'o', kind: 'organisation', name: 'o', creditCode: '91110000101623741L' }],
    good: [{ id: 'o', kind: 'organisation', name: 'o', creditCode: '91110000101623741K' }],
  },
  'CHK-T-LIST': {
    bad: [{ id: 'i', kind: 'item', name: 'i', itemType: '胡说' }],
    good: [{ id: 'i', kind: 'item', name: 'i', itemType: 'publicService' }],
  },
  'CHK-T-NAME': { bad: [{ id: 'i', kind: 'item', name: '' }], good: [{ id: 'i', kind: 'item', name: 'i' }] },
  'CHK-T-PERSON': {
    bad: [{ id: 'i', kind: 'item', name: 'i', note: '11010519491231002X' }],
    good: [{ id: 'i', kind: 'item', name: 'i', note: '三个工作日' }],
  },
  'CHK-TARGET-T01': {
    bad: [
      { id: 'doc', kind: 'document', name: 'doc' },
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd', timeliness: 'minute' },
    ],
    good: [{ id: 'doc', kind: 'document', name: 'doc' }],
  },
  'CHK-TARGET-T02': {
    bad: [
      { id: 'doc', kind: 'document', name: 'doc' },
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd', timeliness: 'minute' },
    ],
    good: [{ id: 'doc', kind: 'document', name: 'doc' }],
  },
  'CHK-X-3LIST': {
    bad: [{ id: 'n', kind: 'demand', name: 'n' }],
    good: [
      { id: 'n', kind: 'demand', name: 'n' },
      { id: 'p', kind: 'scene', name: 'p', demands: ['n'] },
      { id: 'g', kind: 'reform', name: 'g', scenes: ['p'] },
    ],
  },
  'CHK-X-ONE': { bad: [{ id: 'p', kind: 'scene', name: 'p', oneThing: true }], good: [{ id: 'p', kind: 'scene', name: 'p' }] },
  'CHK-X-ORPHAN': {
    bad: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
    ],
    good: [
      { id: 'd', kind: 'dataItem', name: 'd' },
      { id: 'r', kind: 'requirement', name: 'r', dataItem: 'd' },
      { id: 'i', kind: 'item', name: 'i', needs: ['d'] },
    ],
  },
  'CHK-X-SCENE': {
    bad: [{ id: 'p', kind: 'scene', name: 'p' }],
    good: [
      { id: 'i', kind: 'item', name: 'i' },
      { id: 'k', kind: 'indicator', name: 'k' },
      { id: 'l', kind: 'collaboration', name: 'l' },
      { id: 'd', kind: 'dataItem', name: 'd' },
      {
        id: 'p',
        kind: 'scene',
        name: 'p',
        domain: 'ruralRevitalisation',
        items: ['i'],
        indicators: ['k'],
        collaborations: ['l'],
        dataItems: ['d'],
      },
    ],
  },
  'CHK-X-TASK': {
    bad: [{ id: 't', kind: 'majorTask', name: 't' }],
    good: [
      { id: 'o1', kind: 'organisation', name: 'o1', level: 'county' },
      { id: 't', kind: 'majorTask', name: 't', tasks: [{ name: '甲', organisation: 'o1' }] },
      { id: 'a', kind: 'measure', name: 'a', owner: 't', system: 'workSystem' },
      { id: 'b', kind: 'measure', name: 'b', owner: 't', system: 'policySystem' },
      { id: 'z', kind: 'measure', name: 'z', owner: 't', system: 'evaluationSystem' },
    ],
  },
}
