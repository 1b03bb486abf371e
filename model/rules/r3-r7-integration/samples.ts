import { one, type Samples } from '../sample.ts'

const tree = [one('coreBusiness', 'c'), one('module', 'm', { owner: 'c' }), one('unit', 'u', { owner: 'm' })]

/** An item whose only need has arrived, so that everything above it is ready. */
const ready = [
  ...tree,
  one('dataItem', 'n'),
  one('item', 'i', { owner: 'u', needs: ['n'] }),
  one('requirement', 'r', { dataItem: 'n' }),
  one('sharing', 'e', { requirement: 'r', state: 'inUse' }),
]

/** Per rule a document it objects to, and one it does not. */
export const samples: Samples = {
  'CHK-R3-READY': {
    bad: [one('dataItem', 'n'), one('indicator', 'k', { formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } })],
    good: [...ready, one('indicator', 'k', { formula: { text: '计数(n)', refs: [{ name: 'n', id: 'n' }] } })],
  },
  'CHK-R4-READY': { bad: [one('item', 'i')], good: [...ready] },
  'CHK-R5-READY': { bad: [...tree], good: [...ready] },
  'CHK-R6-READY': { bad: [...tree], good: [...ready] },
  'CHK-R7-READY': {
    bad: [...tree, one('system', 'y', { target: true, covers: ['m'] })],
    good: [...ready, one('system', 'y', { target: true, covers: ['m'] })],
  },
  'CHK-R7-ACCEPT': {
    bad: [...ready, one('system', 'y', { target: true, covers: ['m'] })],
    good: [...ready, one('system', 'y', { target: true, covers: ['m'] }), one('acceptance', 'q', { object: 'y', accepted: true })],
  },
  'CHK-R7-EARLY': {
    bad: [...tree, one('acceptance', 'q', { object: 'm', accepted: true })],
    good: [...ready, one('acceptance', 'q', { object: 'm', accepted: true })],
  },
  'CHK-R7-SYS': {
    bad: [...tree, one('system', 'y', { covers: ['m'] })],
    good: [...tree, one('system', 'y', { target: true, covers: ['m'] })],
  },
  'CHK-R7-EMPTY': { bad: [one('system', 'y', { target: true })], good: [...tree, one('system', 'y', { target: true, covers: ['m'] })] },
  'CHK-R7-COMPONENT': {
    bad: [one('component', 'p', { obligation: 'mandatory' }), one('system', 'y', { target: true })],
    good: [one('component', 'p', { obligation: 'mandatory' }), one('system', 'y', { target: true, components: ['p'] }), one('system', 'x')],
  },
}
