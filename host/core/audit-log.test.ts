import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { type TestMachine, testMachine } from '#tests/durability/test-machine.ts'
import { listAudit, recordEvent, verifyAudit } from './audit-log.ts'
import { auditFolder } from './user-data.ts'

const folder = auditFolder('/data')
const month = `${folder}/2026-11.jsonl`

async function recorded(count: number, machine: TestMachine, pause = 1000): Promise<void> {
  for (let number = 0; number < count; number++) {
    const done = await recordEvent(machine, folder, { event: 'save', object: `计划-${number}`, result: 'ok' })
    expect(done.ok).toBe(true)
    machine.pass(pause)
  }
}

function data(): { readonly disk: CrashDisk; readonly machine: TestMachine } {
  const disk = crashDisk()
  disk.makeFolders('/data')
  return { disk, machine: testMachine(disk.files) }
}

async function verified(machine: TestMachine) {
  const checked = await verifyAudit(machine, folder)
  if (!checked.ok) throw new Error(checked.error.code)
  return checked.value
}

const linesOf = (disk: CrashDisk, path: string): string[] => new TextDecoder().decode(disk.read(path)).trimEnd().split('\n')

describe('[G4] audit log', () => {
  test('says when, who, where, what, with which result', async () => {
    const { disk, machine } = data()
    await recordEvent(machine, folder, { event: 'export', object: 'doc-1', result: 'disk-full' })
    expect(JSON.parse(linesOf(disk, month)[0] ?? '')).toMatchObject({
      time: '2026-11-24T17:30:00.000+08:00',
      user: 'wang',
      host: 'one',
      event: 'export',
      object: 'doc-1',
      result: 'disk-full',
    })
  })

  test('a thousand events over several months form one chain', async () => {
    const { machine } = data()
    await recorded(1_000, machine, 3 * 3_600_000)
    expect(await verified(machine)).toStrictEqual({ lines: 1_000, remnants: 0, broken: undefined })
    const months = await listAudit(machine, folder)
    expect(months.ok && months.value).toStrictEqual(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'].map(name => `${name}.jsonl`))
  }, 120_000)

  test('one changed byte, wherever, is located', async () => {
    const { disk, machine } = data()
    await recorded(8, machine)
    const good = disk.read(month) ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(fc.nat(good.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bad = good.slice()
        bad[at] = (bad[at] ?? 0) ^ change
        disk.write(month, bad)
        const line = good.subarray(0, at).filter(byte => byte === 10).length + 1
        const { broken } = await verified(machine)
        expect(broken?.file).toBe('2026-11.jsonl')
        expect(broken?.line).toBe(line)
      }),
      { numRuns: 500 },
    )
  })

  test('a line taken out or put in between is located', async () => {
    const { disk, machine } = data()
    await recorded(5, machine)
    const lines = linesOf(disk, month)
    const write = (changed: readonly string[]): void => disk.write(month, new TextEncoder().encode(`${changed.join('\n')}\n`))
    write(lines.toSpliced(2, 1))
    expect((await verified(machine)).broken).toStrictEqual({ file: '2026-11.jsonl', line: 3 })
    write(lines.toSpliced(2, 0, lines[1] ?? ''))
    expect((await verified(machine)).broken).toStrictEqual({ file: '2026-11.jsonl', line: 3 })
  })

  test.each(['{"time":"2026-11-24T17:3', '\u0000'.repeat(200), '{"time":\n{"ti', '\n'])(
    'what a power cut left (%j) stays, and the next line vouches for it',
    async rest => {
      const { disk, machine } = data()
      await recorded(3, machine)
      const before = Buffer.concat([disk.read(month) ?? new Uint8Array(), Buffer.from(rest)])
      disk.write(month, before)
      await recorded(2, machine)
      expect(await verified(machine)).toStrictEqual({ lines: 5, remnants: 1, broken: undefined })
      expect(Buffer.from(disk.read(month) ?? new Uint8Array()).subarray(0, before.byteLength)).toStrictEqual(before)
      expect(linesOf(disk, month).at(-1)).toContain('计划-1')
    },
  )

  test('a remnant is no way to hide a change: a different one is located', async () => {
    const { disk, machine } = data()
    disk.makeFolders(folder)
    disk.write(month, new TextEncoder().encode('{"ti'))
    await recorded(2, machine)
    const text = new TextDecoder().decode(disk.read(month))
    disk.write(month, new TextEncoder().encode(text.replace('{"ti\n', '{"to\n')))
    expect((await verified(machine)).broken).toStrictEqual({ file: '2026-11.jsonl', line: 1 })
  })
})
