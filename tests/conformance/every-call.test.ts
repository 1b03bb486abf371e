import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerer } from '#bridge/answerer.ts'
import { callsOver } from '#bridge/caller.ts'
import type { Input, Output } from '#bridge/contract.ts'
import { limits } from '#bridge/limits.ts'
import { type CallName, callNames } from '#bridge/names.ts'
import type { Result } from '#bridge/result.ts'
import type { Problem } from '#bridge/problems.ts'
import { openDesk } from '#host/core/desk/desk.ts'
import { answersOf } from '#host/local/answers.ts'
import { openPage } from '../host/page.ts'
import { bytesOf, machine, newHome, startHost, version1 } from '../host/world.ts'

/** Who answers: a call goes in as it is cloned between processes, its answer comes back the same way. */
interface Answerer {
  readonly carry: (name: string, input: unknown) => Promise<unknown>
  readonly close: () => Promise<void>
}

const answerers: Readonly<Record<string, () => Promise<Answerer>>> = {
  async 'in this process'() {
    const desk = await openDesk(machine, newHome(), { isThere: () => true, changed: () => undefined })
    const answer = answerer(answersOf(desk, { version: '0.0.0', reveal: () => Promise.resolve(true) }))
    return { carry: (name, input) => answer(name, input, 'page'), close: () => desk.leave() }
  },
  async 'over loopback'() {
    const host = await startHost(newHome())
    const page = await openPage(host.url)
    return {
      carry: page.raw,
      async close() {
        page.leave()
        await host.close()
        expect(host.failures).toStrictEqual([])
      },
    }
  },
}

type Inputs = { readonly [Name in CallName]: Input<Name> }

const docId = 'D0000000000000001'

const valueOf = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** An input of every call that is answered with a value, in an order in which they can be asked. */
async function goodInputs(carry: Answerer['carry']): Promise<Inputs> {
  const host = callsOver(carry)
  const top = valueOf(await host['chooser:list']({ folder: null, kinds: [] }))
  const folder = top.entries.find(({ name }) => name === '文档')?.token ?? ''
  const { entries } = valueOf(await host['chooser:list']({ folder, kinds: ['jw', 'csv'] }))
  const ticketOf = (wanted: string): string => entries.find(({ name }) => name === wanted)?.token ?? ''
  const token = valueOf(await host['doc:openDialog']({ choice: ticketOf('甲.jw') }))?.token ?? ''
  const save: Input<'doc:save'> = {
    token,
    docId,
    bytes: bytesOf('version 2'),
    expectSha256: version1,
    reason: 'routine',
    elements: { before: 1, after: 1 },
    mayShrink: false,
  }
  const saved = valueOf(await host['doc:save'](save))
  const exported = { kind: 'txt', suggestedName: '第一份', bytes: bytesOf('x'), folder }
  const exportId = valueOf(await host['export:save'](exported))?.exportId ?? ''
  const append = { docId, epoch: null, start: { snapshot: bytesOf('s'), adopts: [] }, firstSeq: 0, records: [bytesOf('r')], flush: true }
  await host['journal:append'](append)
  return {
    'app:info': null,
    'doc:openDialog': { choice: ticketOf('乙.jw') },
    'doc:openRecent': { recentId: valueOf(await host['app:info'](null)).recents[0]?.recentId ?? '' },
    'doc:read': { token },
    'doc:save': { ...save, bytes: bytesOf('version 3'), expectSha256: saved.sha256 },
    'doc:saveAs': { suggestedName: '丙', docId, bytes: bytesOf('new'), folder },
    'doc:release': { token },
    'backup:list': { docId },
    'backup:read': { docId, backupId: valueOf(await host['backup:list']({ docId })).backups[0]?.backupId ?? '' },
    'import:open': { kinds: ['csv'], choices: [ticketOf('清单.csv')] },
    'export:save': { ...exported, suggestedName: '第二份' },
    'export:reveal': { exportId },
    'journal:append': append,
    'journal:list': null,
    'journal:read': { docId, epoch: null },
    'journal:close': { docId, how: 'saved' },
    'chooser:list': { folder, kinds: ['jw'] },
  }
}

/** What is wrong for every key of every call. */
const wrong: readonly unknown[] = [{ strange: true }, 7.5, -1, '../../etc/passwd', 'x'.repeat(5_000), undefined]

/** Inputs near a good one that are none. */
function badInputs(good: unknown): readonly unknown[] {
  if (good === null) return [{}, { extra: 1 }, [], 'x', 1, true, '', [null]]
  const object = good as Readonly<Record<string, unknown>>
  const keyed = Object.keys(object).flatMap(key => wrong.map(value => ({ ...object, [key]: value })))
  return [{ ...object, extra: 1 }, { ...object, path: '/etc/passwd' }, null, [], [object], 'x', 1, ...keyed]
}

/** More of something than may cross at once. */
const overLimits: readonly (readonly [CallName, object])[] = [
  ['doc:save', { bytes: new Uint8Array(limits.document + 1) }],
  ['doc:saveAs', { suggestedName: 'x'.repeat(limits.nameCharacters + 1) }],
  ['journal:append', { records: Array.from({ length: limits.recordCount + 1 }, () => new Uint8Array()) }],
  ['journal:append', { records: [new Uint8Array(limits.records), new Uint8Array(1)] }],
  ['import:open', { choices: Array.from({ length: limits.importCount + 1 }, () => 'A'.repeat(22)) }],
  ['import:open', { kinds: Array.from({ length: 21 }, () => 'csv') }],
]

const tickets = ['token', 'choice', 'recentId', 'exportId', 'folder'] as const

const refused = { ok: false, error: { code: 'not-understood' } }

describe.each(Object.entries(answerers))('[every call] %s', (_, open) => {
  let answering: Answerer
  let good: Inputs
  let asked = 0
  const carry = (name: string, input: unknown): Promise<unknown> => {
    asked++
    return answering.carry(name, input)
  }
  beforeAll(async () => {
    answering = await open()
    good = await goodInputs(answering.carry)
  })
  afterAll(async () => {
    await answering.close()
    console.log(`every call: ${asked} asked of ${callNames.length} calls`)
  })

  test.each(callNames)('%s refuses what is not in its form', async name => {
    for (const input of badInputs(good[name])) expect(await carry(name, input), JSON.stringify(input)).toStrictEqual(refused)
  })
  test.each(overLimits)('%s has its limits', async (name, more) => {
    expect(await carry(name, { ...good[name], ...more })).toStrictEqual(refused)
  })
  test.each(callNames.filter(name => !['app:info', 'journal:list'].includes(name)))('%s knows no tickets of others', async name => {
    const input = { ...good[name] } as Record<string, unknown>
    const held = tickets.filter(key => key in input)
    for (const key of held)
      expect(await carry(name, { ...input, [key]: 'A'.repeat(22) })).toStrictEqual({ ok: false, error: { code: 'unknown-ticket' } })
    if (name === 'import:open')
      expect(await carry(name, { ...input, choices: ['A'.repeat(22)] })).toStrictEqual({ ok: false, error: { code: 'unknown-ticket' } })
  })
  test.each(['doc:erase', '', '__proto__', 'constructor', 'doc:read/', 'toString'])('there is no call "%s"', async name => {
    expect(await carry(name, null)).toStrictEqual(refused)
  })
  test.each(callNames.filter(name => name !== 'doc:release'))('%s answers in its form', async name => {
    const host = callsOver(carry)
    const call = host[name] as (input: unknown) => Promise<Result<Output<CallName>, Problem>>
    expect(await call(good[name])).toMatchObject({ ok: true })
  })
  test('doc:release answers in its form', async () => {
    expect(await callsOver(carry)['doc:release'](good['doc:release'])).toStrictEqual({ ok: true, value: null })
    expect(await carry('doc:read', good['doc:read'])).toStrictEqual({ ok: false, error: { code: 'unknown-ticket' } })
  })
})
