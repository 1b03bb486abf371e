import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Backup, backupLimits, backupsToDrop, isBackupDue } from './backup-grid.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 24, 9, 30)

const backup = (age: number, more: Partial<Backup> = {}): Backup => ({
  id: String(now - age),
  time: now - age,
  reason: 'routine',
  size: 1000,
  hash: '0'.repeat(16),
  ...more,
})

describe('a copy is due', () => {
  test.each([
    [undefined, true],
    [backup(9 * 60_000), false],
    [backup(10 * 60_000), true],
    [backup(-hour), true],
  ])('%j: %s', (newest, isDue) => expect(isBackupDue(newest, now)).toBe(isDue))
})

describe('the grid of copies', () => {
  test('one copy every ten minutes for forty days leaves the last ten, some hours, some days', () => {
    const all = Array.from({ length: 40 * 144 }, (_, index) => backup(index * 10 * 60_000))
    const dropped = new Set(backupsToDrop(all, now))
    const kept = all.filter(one => !dropped.has(one))
    expect(kept.slice(0, 10)).toStrictEqual(all.slice(0, 10))
    const { last, hourly, daily } = backupLimits
    expect(kept.length).toBeLessThanOrEqual(last + hourly + daily)
    expect(kept.length).toBeGreaterThan(50)
    expect(now - (kept.at(-1)?.time ?? 0)).toBeGreaterThan(28 * 24 * hour)
  })

  test('those made for a reason stay for a month', () => {
    const many = Array.from({ length: 500 }, (_, index) => backup(index * 60_000))
    const [young, old] = [backup(29 * 24 * hour, { reason: 'shrinking' }), backup(31 * 24 * hour, { reason: 'shrinking' })]
    const days = Array.from({ length: 40 }, (_, index) => backup(index * 24 * hour + 2 * hour))
    const all = [...many, ...days, young, old].sort((a, b) => b.time - a.time)
    const dropped = backupsToDrop(all, now)
    expect(dropped).not.toContain(young)
    expect(dropped).toContain(old)
  })

  test('what does not fit goes, the oldest first, but never the newest', () => {
    const large = backupLimits.bytes * 0.6
    const all = [backup(0, { size: large }), backup(hour, { size: large }), backup(2 * hour, { size: large })]
    expect(backupsToDrop(all, now)).toStrictEqual(all.slice(1))
    const huge = [backup(0, { size: 2 * backupLimits.bytes })]
    expect(backupsToDrop(huge, now)).toStrictEqual([])
  })

  test('[D8] whatever there is, the newest and the nine after it stay if they fit, and dropping again drops nothing', () => {
    const ages = fc.uniqueArray(fc.nat(60 * 24 * hour), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(ages, list => {
        const all = list.sort((a, b) => a - b).map(age => backup(age))
        const dropped = new Set(backupsToDrop(all, now))
        for (const one of all.slice(0, 10)) expect(dropped.has(one)).toBe(false)
        const kept = all.filter(one => !dropped.has(one))
        expect(backupsToDrop(kept, now)).toStrictEqual([])
      }),
    )
  })
})
