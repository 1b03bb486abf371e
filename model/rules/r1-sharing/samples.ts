import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-R1-NOENTRY': {
    bad: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('dataItem', 'n', { sourceOrganisation: 'o1', shareType: 'unconditional', supplyMethod: 'api' }),
      one('item', 'i', { needs: ['n'], lead: 'o2' }),
      one('requirement', 'r', { dataItem: 'n' }),
    ],
    good: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' }), one('sharing', 'e', { requirement: 'r' })],
  },
  'CHK-R1-LISTED': {
    bad: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' })],
    good: [
      one('organisation', 'o1'),
      one('system', 'y'),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1', providerSystem: 'y', shareType: 'unconditional', method: 'api' }),
    ],
  },
  'CHK-R1-BASIS': {
    bad: [one('dataItem', 'n', { shareType: 'conditional' })],
    good: [one('dataItem', 'n', { shareType: 'conditional', shareCondition: '仅限审计' })],
  },
  'CHK-R1-OPEN': {
    bad: [one('dataItem', 'n', { shareType: 'notShared', openType: 'conditional' })],
    good: [one('dataItem', 'n', { shareType: 'notShared', openType: 'notOpen' })],
  },
  'CHK-R1-ROLLUP': {
    bad: [
      one('dataItem', 'n', { shareType: 'conditional' }),
      one('dataItem', 'p', { shareType: 'unconditional' }),
      one('resource', 'z', { items: ['n', 'p'], shareType: 'unconditional' }),
    ],
    good: [one('dataItem', 'n', { shareType: 'unconditional' }), one('resource', 'z', { items: ['n'], shareType: 'unconditional' })],
  },
  'CHK-R1-BLOCKED': {
    bad: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n', blockReason: 'notReady' }),
      one('sharing', 'e', { requirement: 'r', state: 'blocked' }),
    ],
    good: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n', blockReason: 'notReady', responsible: '张三', nextStep: '报省局' }),
      one('sharing', 'e', { requirement: 'r', state: 'blocked' }),
    ],
  },
  'CHK-R1-CROSSNET': {
    bad: [
      one('system', 'y', { network: 'classifiedIntranet' }),
      one('system', 'x', { network: 'governmentExtranet' }),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', providerSystem: 'y', consumerSystem: 'x', route: 'none' }),
    ],
    good: [
      one('system', 'y', { network: 'classifiedIntranet' }),
      one('system', 'x', { network: 'governmentExtranet' }),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', providerSystem: 'y', consumerSystem: 'x', route: 'exchangePlatform' }),
    ],
  },
  'CHK-R1-CROSSLEVEL': {
    bad: [
      one('organisation', 'o1', { level: 'province' }),
      one('organisation', 'o2', { level: 'county' }),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1', consumerOrganisation: 'o2' }),
    ],
    good: [
      one('organisation', 'o1', { level: 'county' }),
      one('organisation', 'o2', { level: 'county' }),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1', consumerOrganisation: 'o2' }),
    ],
  },
  'CHK-R1-UNSTRUCT': { bad: [one('dataItem', 'n', { structure: 'document' })], good: [one('dataItem', 'n', { structure: 'structured' })] },
  'CHK-R1-STATE': {
    bad: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', applyStatus: 'finished', state: 'applied' }),
    ],
    good: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', applyStatus: 'providerConfirming', state: 'sourceConfirmed' }),
    ],
  },
  'CHK-R1-NOTSHARED': {
    bad: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', shareType: 'notShared', state: 'inUse' }),
    ],
    good: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', shareType: 'conditional', state: 'inUse' }),
    ],
  },
  'CHK-R1-SELF': {
    bad: [
      one('organisation', 'o1'),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1', consumerOrganisation: 'o1' }),
    ],
    good: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1', consumerOrganisation: 'o2' }),
    ],
  },
  'CHK-R1-TWOENTRY': {
    bad: [
      one('organisation', 'o1'),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', consumerOrganisation: 'o1' }),
      one('sharing', 'e2', { requirement: 'r', consumerOrganisation: 'o1' }),
    ],
    good: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', consumerOrganisation: 'o1' }),
      one('sharing', 'e2', { requirement: 'r', consumerOrganisation: 'o2' }),
    ],
  },
  'CHK-R1-CONSUMER': {
    bad: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('dataItem', 'n'),
      one('item', 'i', { needs: ['n'], lead: 'o2' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', consumerOrganisation: 'o1' }),
    ],
    good: [
      one('organisation', 'o2'),
      one('dataItem', 'n'),
      one('item', 'i', { needs: ['n'], lead: 'o2' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', consumerOrganisation: 'o2' }),
    ],
  },
  'CHK-R1-PROVIDER': {
    bad: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('dataItem', 'n', { sourceOrganisation: 'o1' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o2' }),
    ],
    good: [
      one('organisation', 'o1'),
      one('dataItem', 'n', { sourceOrganisation: 'o1' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', provider: 'o1' }),
    ],
  },
  'CHK-R1-TAGS': { bad: [one('resource', 'z', { tags: ['一个长得超过十个字的标签'] })], good: [one('resource', 'z', { tags: ['产权'] })] },
}
