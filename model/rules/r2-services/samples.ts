import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-R2-STATE': {
    bad: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' }), one('sharing', 'e', { requirement: 'r', state: 'applied' })],
    good: [one('dataItem', 'n'), one('requirement', 'r', { dataItem: 'n' }), one('sharing', 'e', { requirement: 'r', state: 'connected' })],
  },
  'CHK-R2-IFACE': {
    bad: [one('service', 'v', { methods: ['api'] })],
    good: [one('service', 'v', { methods: ['api'], endpoint: '/v1/rs-01' })],
  },
  'CHK-R2-FRESH': {
    bad: [one('resource', 'z', { updateCycle: 'daily' }), one('service', 'v', { resource: 'z', actualCycle: 'monthly' })],
    good: [
      one('resource', 'z', { updateCycle: 'daily' }),
      one('service', 'v', { resource: 'z', actualCycle: 'daily', runs: [{ date: '2026-01-01', updates: 30, expected: 31 }] }),
    ],
  },
  'CHK-R2-FIELDS': {
    bad: [one('service', 'v')],
    good: [one('organisation', 'o1'), one('resource', 'z'), one('service', 'v', { resource: 'z', provider: 'o1', methods: ['file'] })],
  },
  'CHK-R2-COVER': {
    bad: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('service', 'v', { response: ['p'] }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', service: 'v' }),
    ],
    good: [
      one('dataItem', 'n'),
      one('service', 'v', { response: ['n'] }),
      one('requirement', 'r', { dataItem: 'n' }),
      one('sharing', 'e', { requirement: 'r', service: 'v' }),
    ],
  },
  'CHK-R2-MINUTE': {
    bad: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n', timeliness: 'minute' }),
      one('sharing', 'e', { requirement: 'r', method: 'file' }),
    ],
    good: [
      one('dataItem', 'n'),
      one('requirement', 'r', { dataItem: 'n', timeliness: 'minute' }),
      one('sharing', 'e', { requirement: 'r', method: 'api' }),
    ],
  },
  'CHK-R2-BLOCKED': {
    bad: [one('service', 'v', { state: 'blocked' })],
    good: [one('service', 'v', { state: 'blocked', blockReason: 'notReady' })],
  },
}
