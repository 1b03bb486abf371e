import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L8-NOREQ': {
    bad: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] })],
    good: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] }), one('requirement', 'r', { dataItem: 'n' })],
  },
  'CHK-L8-TWICE': {
    bad: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' }), one('requirement', 's', { dataItem: 'n' })],
    good: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' })],
  },
  'CHK-X-ORPHAN': {
    bad: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' })],
    good: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] }), one('requirement', 'r', { dataItem: 'n' })],
  },
  'CHK-L8-UNUSED': { bad: [one('dataItem', 'n')], good: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] })] },
  'CHK-L8-SRC': {
    bad: [
      one('organisation', 'o1'),
      one('organisation', 'o2'),
      one('system', 'y', { ownerOrganisation: 'o2' }),
      one('dataItem', 'n', { sourceOrganisation: 'o1', sourceSystem: 'y' }),
    ],
    good: [
      one('organisation', 'o1'),
      one('system', 'y', { ownerOrganisation: 'o1' }),
      one('dataItem', 'n', { sourceOrganisation: 'o1', sourceSystem: 'y' }),
    ],
  },
  'CHK-L8-NOSRC': {
    bad: [one('dataItem', 'n'), one('item', 'i', { needs: ['n'] })],
    good: [
      one('organisation', 'o1'),
      one('system', 'y'),
      one('dataItem', 'n', { sourceOrganisation: 'o1', sourceSystem: 'y' }),
      one('item', 'i', { needs: ['n'] }),
    ],
  },
  'CHK-L8-STD': { bad: [one('dataItem', 'n')], good: [one('dataItem', 'n', { identifier: 'DE00001' })] },
  'CHK-L8-PII': { bad: [one('dataItem', 'n', { personalInfo: 'general' })], good: [one('dataItem', 'n', { personalInfo: 'none' })] },
  'CHK-L8-PIILEVEL': {
    bad: [one('dataItem', 'n', { personalInfo: 'sensitive', securityLevel: 'L2' })],
    good: [one('dataItem', 'n', { personalInfo: 'sensitive', securityLevel: 'L3' })],
  },
  'CHK-L8-PIIOPEN': {
    bad: [one('dataItem', 'n', { personalInfo: 'general', openType: 'unconditional' })],
    good: [one('dataItem', 'n', { personalInfo: 'none', openType: 'unconditional' })],
  },
  'CHK-L8-LEVELUP': {
    bad: [
      one('dataItem', 'n', { securityLevel: 'L4' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r' }),
    ],
    good: [
      one('dataItem', 'n', { securityLevel: 'L4' }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', authorisation: '书面授权' }),
    ],
  },
  'CHK-L8-SECRET': { bad: [one('dataItem', 'n', { secret: 'secret' })], good: [one('dataItem', 'n', { secret: 'unclassified' })] },
  'CHK-L8-DUPCOLLECT': {
    bad: [one('dataItem', 'n'), one('resource', 'z', { items: ['n'] }), one('requirement', 'r', { dataItem: 'n', collection: 'new' })],
    good: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n', collection: 'new' })],
  },
  'CHK-L8-TYPE': {
    bad: [one('dataItem', 'n', { dataType: 'numeric', length: 2, precision: 4 })],
    good: [one('dataItem', 'n', { dataType: 'numeric', length: 18, precision: 2 })],
  },
  'CHK-L8-GRADE': {
    bad: [one('dataItem', 'n', { securityLevel: 'L1' })],
    good: [one('dataItem', 'n', { securityLevel: 'L1', personalInfo: 'none' })],
  },
  'CHK-L8-DUP': {
    bad: [one('dataItem', 'n', { name: '村名' }), one('dataItem', 'p', { name: '村名 ' })],
    good: [one('dataItem', 'n', { name: '村名' }), one('dataItem', 'p', { name: '村代码' })],
  },
  'CHK-L8-CYCLE': {
    bad: [one('dataItem', 'n', { updateCycle: 'monthly' }), one('requirement', 'r', { dataItem: 'n', cycle: 'daily' })],
    good: [one('dataItem', 'n', { updateCycle: 'daily' }), one('requirement', 'r', { dataItem: 'n', cycle: 'daily' })],
  },
  'CHK-L8-CODES': {
    bad: [one('dataItem', 'n', { valueKind: 'codeTable' })],
    good: [one('dataItem', 'n', { valueKind: 'codeTable', valueDomain: '1 相符 0 不符' })],
  },
  'CHK-L8-CLASS': {
    bad: [one('dataItem', 'n', { objectClasses: ['other', 'person'] })],
    good: [one('dataItem', 'n', { objectClasses: ['person', 'thing'] })],
  },
  'CHK-L8-FIELDS': {
    bad: [one('requirement', 'r')],
    good: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n', timeliness: 'day' })],
  },
}
