import { expect, test } from 'vitest'
import { CARD_HEIGHT, vShape } from './geometry.ts'

test.each([760, 862, 1200, 2400])('at a width of %i no card covers another or leaves the drawing', width => {
  const { spots, cardWidth, height } = vShape(width)
  expect(spots).toHaveLength(15)
  for (const one of spots) {
    expect(one.x).toBeGreaterThanOrEqual(0)
    expect(one.x + cardWidth).toBeLessThanOrEqual(width)
    expect(one.y + CARD_HEIGHT).toBeLessThan(height)
    for (const other of spots) {
      if (other === one) continue
      const apart = Math.abs(one.x - other.x) >= cardWidth || Math.abs(one.y - other.y) >= CARD_HEIGHT
      expect(apart, `${one.step} ${other.step}`).toBe(true)
    }
  }
})

test('the legs lean towards each other', () => {
  const { spots } = vShape(862)
  const xs = (leg: 'left' | 'right') => spots.filter(one => one.leg === leg).map(one => one.x)
  expect(xs('left')).toStrictEqual([...xs('left')].sort((a, b) => a - b))
  expect(xs('right')).toStrictEqual([...xs('right')].sort((a, b) => a - b))
})

test('eight dashed lines, thirteen arrows, straight at the same height', () => {
  const { verifies, follows } = vShape(862)
  expect(verifies).toHaveLength(8)
  expect(follows).toHaveLength(13)
  expect(verifies.filter(one => /^M\d+ \d+H\d+$/u.test(one.path)).map(one => one.ends[0])).toStrictEqual(['L1', 'L2', 'L3', 'L4', 'L8'])
})
