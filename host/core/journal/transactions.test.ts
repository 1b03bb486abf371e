import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { type TestMachine, testMachine } from '#tests/durability/test-machine.ts'
import { hashOf } from '../saving/content.ts'
import { openTransactions, type Transactions } from './transactions.ts'

const folder = '/data/journal/one/transactions'
const file = '/home/计划.jw'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (one: Uint8Array): string => new TextDecoder().decode(one)
const hash = (version: string): string => hashOf(bytes(version))

function data(): { readonly disk: CrashDisk; readonly machine: TestMachine } {
  const disk = crashDisk()
  disk.makeFolders('/data')
  return { disk, machine: testMachine(disk.files) }
}

async function opened(machine: TestMachine): Promise<Transactions> {
  const transactions = await openTransactions(machine, folder)
  if (!transactions.ok) throw new Error(transactions.error.code)
  return transactions.value
}

interface Step {
  readonly before: string | null
  readonly after: string
  readonly undoes?: string
  readonly file?: string
}

async function begun(transactions: Transactions, { before, after, ...more }: Step): Promise<string> {
  const change = { file, before: before === null ? null : hash(before), after: hash(after), delta: bytes(`${before}→${after}`), ...more }
  const id = await transactions.begin(change)
  if (!id.ok) throw new Error(id.error.code)
  return id.value
}

async function done(transactions: Transactions, ...steps: readonly Step[]): Promise<string> {
  let id = ''
  for (const step of steps) {
    id = await begun(transactions, step)
    expect((await transactions.close(id)).ok).toBe(true)
  }
  return id
}

async function undoable(transactions: Transactions, version: string): Promise<string> {
  const found = await transactions.undoable({ file, sha256: hash(version) })
  return found.ok ? text(found.value.delta) : found.error.code
}

/** Takes the last one back, as the command `undo` does. */
async function undo(transactions: Transactions, version: string, leadsTo: string): Promise<void> {
  const found = await transactions.undoable({ file, sha256: hash(version) })
  if (!found.ok) throw new Error(found.error.code)
  await done(transactions, { before: version, after: leadsTo, undoes: found.value.transaction.id })
}

describe('[C5.2] transactions of commands', () => {
  test('an unfinished one is found by the next command, with where the file stands', async () => {
    const { machine } = data()
    const first = await opened(machine)
    await begun(first, { before: 'v0', after: 'v1' })
    await first.release()
    const next = await opened(machine)
    const standings: unknown[] = []
    for (const version of ['v0', 'v1', 'other']) {
      const found = await next.unfinished({ file, sha256: hash(version) })
      standings.push(found.ok && found.value.map(({ standing, delta }) => [standing, text(delta)]))
    }
    expect(standings).toStrictEqual([[['not-saved', 'v0→v1']], [['saved', 'v0→v1']], [['changed-otherwise', 'v0→v1']]])
    const elsewhere = await next.unfinished({ file: '/home/copy.jw', sha256: hash('v0') })
    expect(elsewhere).toStrictEqual({ ok: true, value: [] })
  })

  test('one that made its file stands as not saved while there is none', async () => {
    const transactions = await opened(data().machine)
    await begun(transactions, { before: null, after: 'v1' })
    const found = await transactions.unfinished({ file, sha256: null })
    expect(found.ok && found.value[0]?.standing).toBe('not-saved')
  })

  test('closed or dropped it is no longer unfinished; dropped it cannot be taken back', async () => {
    const transactions = await opened(data().machine)
    await done(transactions, { before: 'v0', after: 'v1' })
    const id = await begun(transactions, { before: 'v1', after: 'v2' })
    expect((await transactions.drop(id)).ok).toBe(true)
    expect(await transactions.unfinished({ file, sha256: hash('v1') })).toStrictEqual({ ok: true, value: [] })
    expect(await undoable(transactions, 'v1')).toBe('v0→v1')
    expect(await undoable(transactions, 'v2')).toBe('changed-otherwise')
  })

  test('undo goes back one after the other, over several commands', async () => {
    const { machine } = data()
    const first = await opened(machine)
    await done(first, { before: 'v0', after: 'v1' }, { before: 'v1', after: 'v2' }, { before: 'v2', after: 'v3' })
    await undo(first, 'v3', 'v2')
    await first.release()
    const next = await opened(machine)
    expect(await undoable(next, 'v2')).toBe('v1→v2')
    await undo(next, 'v2', 'v1')
    await done(next, { before: 'v1', after: 'w' })
    await undo(next, 'w', 'v1')
    await undo(next, 'v1', 'v0')
    expect(await undoable(next, 'v0')).toBe('nothing-to-undo')
  })

  test('undo knows its way although the bytes of the older version differ now', async () => {
    const transactions = await opened(data().machine)
    await done(transactions, { before: 'v0', after: 'v1' }, { before: 'v1', after: 'v2' })
    await undo(transactions, 'v2', 'v1 written by a newer program')
    expect(await undoable(transactions, 'v1 written by a newer program')).toBe('v0→v1')
  })

  test('undo refuses when the file was changed otherwise, and forgets what came before that', async () => {
    const transactions = await opened(data().machine)
    await done(transactions, { before: 'v0', after: 'v1' })
    expect(await undoable(transactions, 'edited')).toBe('changed-otherwise')
    await done(transactions, { before: 'edited', after: 'v2' })
    await undo(transactions, 'v2', 'edited')
    expect(await undoable(transactions, 'edited')).toBe('nothing-to-undo')
  })

  test('a change and its opposite are two steps', async () => {
    const transactions = await opened(data().machine)
    await done(transactions, { before: 'v0', after: 'v1' }, { before: 'v1', after: 'v0' })
    expect(await undoable(transactions, 'v0')).toBe('v1→v0')
    await undo(transactions, 'v0', 'v1')
    await undo(transactions, 'v1', 'v0')
    expect(await undoable(transactions, 'v0')).toBe('nothing-to-undo')
  })

  test('two copies of a document each have their own way back', async () => {
    const transactions = await opened(data().machine)
    await done(transactions, { before: 'v0', after: 'v1' })
    await done(transactions, { before: 'v1', after: 'a', file: '/home/a.jw' }, { before: 'v1', after: 'b', file: '/home/b.jw' })
    expect([await undoable(transactions, 'a'), await undoable(transactions, 'b')]).toStrictEqual(['v1→a', 'v1→b'])
  })

  test('a file that was made cannot be unmade, and without any transaction there is nothing', async () => {
    const transactions = await opened(data().machine)
    expect(await undoable(transactions, 'v0')).toBe('nothing-to-undo')
    await done(transactions, { before: null, after: 'v0' })
    expect(await undoable(transactions, 'v0')).toBe('nothing-to-undo')
  })

  test('the last thousand are kept, with their large deltas; the files of older ones go', async () => {
    const { disk, machine } = data()
    const first = await opened(machine)
    for (let number = 0; number < 1_260; number++) {
      const delta = number % 100 === 0 ? new Uint8Array(70_000).fill(number % 251) : bytes(String(number))
      const id = await first.begin({ file, before: hash(`v${number}`), after: hash(`v${number + 1}`), delta })
      if (id.ok) await first.close(id.value)
    }
    const open = await begun(first, { before: 'v1260', after: 'v1261' })
    await first.release()
    const next = await opened(machine)
    expect(await undoable(next, 'v1260')).toBe('1259')
    expect(await undoable(next, 'v261')).toBe('260')
    expect(await undoable(next, 'v260')).toBe('nothing-to-undo')
    expect(await undoable(next, 'v259')).toBe('changed-otherwise')
    const large = await next.undoable({ file, sha256: hash('v301') })
    expect(large.ok && large.value.delta).toStrictEqual(new Uint8Array(70_000).fill(300 % 251))
    expect(disk.names(folder).filter(name => name.endsWith('.delta')).length).toBe(10)
    const unfinished = await next.unfinished({ file, sha256: hash('v1260') })
    expect(unfinished.ok && unfinished.value.map(({ transaction }) => transaction.id)).toStrictEqual([open])
  })

  test('a damaged log gives what stands before the damage and is kept aside whole', async () => {
    const { disk, machine } = data()
    const first = await opened(machine)
    await done(first, { before: 'v0', after: 'v1' }, { before: 'v1', after: 'v2' })
    await first.release()
    const log = (disk.read(`${folder}/transactions.log`) ?? new Uint8Array()).slice()
    const at = Buffer.from(log).indexOf(hash('v2'))
    log[at] = 0x67
    disk.write(`${folder}/transactions.log`, log)
    const next = await opened(machine)
    expect([await undoable(next, 'v1'), await undoable(next, 'v2')]).toStrictEqual(['v0→v1', 'changed-otherwise'])
    const [aside] = disk.names(folder).filter(name => name.startsWith('damaged-'))
    expect(disk.read(`${folder}/${aside}`)).toStrictEqual(log)
    await done(next, { before: 'v2', after: 'v3' })
    await next.release()
    expect(await undoable(await opened(machine), 'v3')).toBe('v2→v3')
  })

  test('a large delta that was changed on the disk is not given out', async () => {
    const { disk, machine } = data()
    const transactions = await opened(machine)
    const id = await transactions.begin({ file, before: hash('v0'), after: hash('v1'), delta: new Uint8Array(70_000) })
    if (id.ok) await transactions.close(id.value)
    disk.write(`${folder}/${id.ok ? id.value : ''}.delta`, new Uint8Array(69_999))
    expect(await undoable(transactions, 'v1')).toBe('damaged')
  })

  test('one command at a time', async () => {
    const { machine } = data()
    const first = await opened(machine)
    expect(await openTransactions(machine, folder)).toMatchObject({ ok: false, error: { code: 'locked', holder: { pid: 7 } } })
    await first.release()
    expect((await openTransactions(machine, folder)).ok).toBe(true)
  })
})
