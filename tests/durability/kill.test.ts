import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEvent, verifyAudit } from '#host/core/audit-log.ts'
import { lockPathOf } from '#host/core/lock.ts'
import { thisMachine } from '#host/core/machine.ts'
import { chanceFrom } from '#demo/index.ts'
import { buildChild, type ChildProgram } from './child.ts'
import { documentSize } from './child-work.ts'
import { versionIn, versionOf } from './documents.ts'

const isFull = Boolean(process.env['JINGWEI_FULL'])
const kills = isFull ? 1_000 : 60
const auditKills = isFull ? 50 : 10
const races = isFull ? 100 : 10

let program: ChildProgram
beforeAll(async () => {
  program = await buildChild()
})
afterAll(() => program.remove())

const wait = (duration: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, duration))

test(
  '[D1] a program killed at any moment of saving leaves the whole old or the whole new document',
  async () => {
    const chance = chanceFrom(kills)
    const folder = join(program.folder, 'documents')
    mkdirSync(folder)
    const path = join(folder, '计划.jw')
    writeFileSync(path, versionOf(0, documentSize))
    const count = { unreadable: 0, lost: 0, saves: 0 }
    let before = 0
    for (let kill = 0; kill < kills; kill++) {
      const child = program.start('save', path, join(program.folder, 'backups'))
      await child.printed(1 + chance.below(2))
      await wait(chance.below(40))
      child.process.kill('SIGKILL')
      await child.ended
      const acked = Math.max(before, ...child.lines().slice(1).map(Number))
      const found = versionIn(readFileSync(path))
      if (found === undefined) count.unreadable++
      else if (found < acked) count.lost++
      count.saves += acked - before
      before = found ?? before
    }
    const temps = readdirSync(folder).length - 1
    console.log(`kills ${kills}/${count.unreadable} unreadable/${count.lost} lost (${count.saves} saves, ${temps} temps left)`)
    expect({ unreadable: count.unreadable, lost: count.lost }).toStrictEqual({ unreadable: 0, lost: 0 })
    // Else no save was ever interrupted, and the test would have proved nothing.
    expect(temps).toBeGreaterThan(kills / 20)
  },
  kills * 2_000,
)

test(
  '[G4] the audit chain holds through kills',
  async () => {
    const folder = join(program.folder, 'audit')
    const chance = chanceFrom(auditKills)
    let acked = 0
    for (let kill = 0; kill < auditKills; kill++) {
      const child = program.start('audit', folder)
      await child.printed(1 + chance.below(20))
      child.process.kill('SIGKILL')
      await child.ended
      acked += child.lines().length - 1
    }
    const machine = thisMachine()
    expect((await recordEvent(machine, folder, { event: 'open', object: 'last', result: 'ok' })).ok).toBe(true)
    const checked = await verifyAudit(machine, folder)
    if (!checked.ok) throw new Error(checked.error.code)
    console.log(`audit ${auditKills} kills, ${checked.value.lines} lines hold`)
    expect(checked.value.broken).toBeUndefined()
    expect(checked.value.lines).toBeGreaterThan(acked)
  },
  auditKills * 5_000,
)

test(
  '[D14] of two programs that want a lock at the same moment exactly one gets it, stale or not',
  async () => {
    const counts = { one: 0, other: 0 }
    for (let race = 0; race < races; race++) {
      const path = join(program.folder, `计划-${race}.jw`)
      if (race % 2 === 1) await leaveStaleLock(path)
      const moment = String(Date.now() + 250)
      const children = [program.start('lock', path, moment), program.start('lock', path, moment)]
      await Promise.all(children.map(child => child.ended))
      const got = children.flatMap(child => child.lines()).filter(line => line === 'got').length
      counts[got === 1 ? 'one' : 'other']++
    }
    console.log(`lock races ${races}/${counts.other} with another number of winners than one`)
    expect(counts).toStrictEqual({ one: races, other: 0 })
  },
  races * 5_000,
)

/** What a process leaves that is killed while it holds a lock. */
async function leaveStaleLock(path: string): Promise<void> {
  const child = program.start('lock', path, '0')
  await child.printed(1)
  child.process.kill('SIGKILL')
  await child.ended
  expect(readFileSync(lockPathOf(path), 'utf8')).toContain(`"pid":${child.process.pid}`)
}
