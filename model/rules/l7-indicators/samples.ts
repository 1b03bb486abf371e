import { one, type Samples } from '../sample.ts'

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-L7-NOIND': { bad: [one('item', 'i')], good: [one('item', 'i'), one('indicator', 'k', { items: ['i'] })] },
  'CHK-L7-FORMULA': {
    bad: [
      one('indicator', 'k1', { formula: { text: 'k2 + 1', refs: [{ name: 'k2', id: 'k2' }] } }),
      one('indicator', 'k2', { formula: { text: 'k1 * 2', refs: [{ name: 'k1', id: 'k1' }] } }),
    ],
    good: [one('dataItem', 'n'), one('indicator', 'k', { formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } })],
  },
  'CHK-L7-FILTER': {
    bad: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('indicator', 'k', {
        formula: {
          text: '计数(n 其中 p > 1)',
          refs: [
            { name: 'n', id: 'n' },
            { name: 'p', id: 'p' },
          ],
        },
      }),
    ],
    good: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('requirement', 'r', { dataItem: 'p' }),
      one('indicator', 'k', {
        formula: {
          text: '计数(n 其中 p > 1)',
          refs: [
            { name: 'n', id: 'n' },
            { name: 'p', id: 'p' },
          ],
        },
      }),
    ],
  },
  'CHK-L7-TARGET': {
    bad: [one('indicator', 'k', { target: 90 })],
    good: [one('organisation', 'o1'), one('indicator', 'k', { target: 90, direction: 'up', period: 'yearly', lead: 'o1' })],
  },
  'CHK-L7-RANGE': {
    bad: [one('indicator', 'k', { direction: 'down', warning: 5, target: 10 })],
    good: [one('indicator', 'k', { direction: 'up', warning: 5, target: 10, excellence: 12 })],
  },
  'CHK-L7-NOITEM': {
    bad: [one('indicator', 'k')],
    good: [one('indicator', 'k'), one('item', 'i'), one('indicator', 'j', { owner: 'k', items: ['i'] })],
  },
  'CHK-L7-KIND': {
    bad: [
      one('dataItem', 'n'),
      one('indicator', 'k', { indicatorKind: 'composite', formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } }),
    ],
    good: [
      one('dataItem', 'n'),
      one('indicator', 'k', { indicatorKind: 'atomic', formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } }),
    ],
  },
  'CHK-L7-UNIT': {
    bad: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('indicator', 'k', {
        unit: '%',
        formula: {
          text: '计数(n) / 计数(p)',
          refs: [
            { name: 'n', id: 'n' },
            { name: 'p', id: 'p' },
          ],
        },
      }),
    ],
    good: [
      one('dataItem', 'n'),
      one('dataItem', 'p'),
      one('indicator', 'k', {
        unit: '%',
        formula: {
          text: '计数(n) / 计数(p) * 100',
          refs: [
            { name: 'n', id: 'n' },
            { name: 'p', id: 'p' },
          ],
        },
      }),
    ],
  },
  'CHK-L7-PERIOD': {
    bad: [
      one('dataItem', 'n', { updateCycle: 'yearly' }),
      one('indicator', 'k', { period: 'monthly', formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } }),
    ],
    good: [
      one('dataItem', 'n', { updateCycle: 'daily' }),
      one('indicator', 'k', { period: 'monthly', formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } }),
    ],
  },
}
