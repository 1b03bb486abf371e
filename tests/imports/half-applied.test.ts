import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { err, ok } from '#bridge/result.ts'
import { importInto } from '#cli/commands/transfer.ts'
import { standardAdministration } from '#cli/administrator.ts'
import type { Context } from '#cli/context.ts'
import { type DocumentFile, openDocument } from '#cli/document-file.ts'
import type { SaveStep, Store } from '#cli/store.ts'
import { sha256 } from '#model/base/hash.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { writeDocument } from '#model/file/write.ts'
import type { Element } from '#model/schema/element.ts'
import { content } from '../support/arbitraries.ts'

/** Steps of an import at which something fails. Source: reliability I10. */
const STEPS = 100

const { elements } = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')) as {
  elements: readonly Element[]
}

const small = snapshotOf(
  elements.filter(one => ['document', 'organisation'].includes(one.kind)).map(({ id, kind, name }) => ({ id, kind, name })),
)

const rows = Array.from({ length: 120 }, (_, at) => `区第${at % 9}局,第${at}项登记,A-${at},第${at % 4}组`)

const list = new TextEncoder().encode(`实施部门,事项名称,事项编码,主项名称\n${rows.join('\n')}\n`)

class Fault extends Error {}

/** A machine in memory that counts what is asked of it and fails at one step. */
function machineFailingAt(step: number) {
  let bytes = writeDocument(small)
  let steps = 0
  const saves: SaveStep[] = []
  const count = (): void => {
    if (++steps === step) throw new Fault(`step ${step}`)
  }
  let ids = 0
  const store = {
    read: async () => (count(), ok({ bytes, sha256: sha256(bytes) })),
    unfinished: async () => ok(undefined),
    async save(one: SaveStep) {
      count()
      saves.push(one)
      bytes = one.bytes
      count()
      return ok({ sha256: sha256(bytes), durable: true })
    },
    last: async () => err({ code: 'nothing-to-undo' }),
    backups: async () => ok([]),
    source: async () => (count(), ok([{ name: 'l.csv', bytes: list }])),
    sha256: (one: Uint8Array) => (count(), sha256(one)),
  } as unknown as Store
  const context: Context = {
    store,
    today: '2026-06-30',
    now: () => (count(), 0),
    newId: () => (count(), `n${++ids}`),
    heap: 4_096,
    note: () => undefined,
    template: async () => undefined,
    templates: async () => [],
    administration: standardAdministration,
    record: async () => count(),
    signal: { throwIfAborted: count } as unknown as AbortSignal,
  }
  return { context, count, saves, bytes: () => bytes, steps: () => steps }
}

const options = { map: [], dryRun: false, partial: false, removals: false, takeSheet: false }

describe('[I10] an import that fails half-way', () => {
  let faults = 0
  let before = 0
  afterAll(() =>
    process.stdout.write(`[I10] ${faults} steps failed, ${before} of them before anything was saved, document unchanged in all\n`),
  )

  test(`leaves file and document as they were, at each of ${STEPS} steps`, async () => {
    for (let step = 2; step < STEPS + 2; step++) {
      const machine = machineFailingAt(step)
      const original = machine.bytes()
      const outcome = await attempt(machine, step)
      expect(outcome, `step ${step}`).toBe('failed')
      faults++
      if (machine.saves.length > 0) continue
      before++
      expect(machine.bytes(), `step ${step}`).toBe(original)
    }
    expect(faults).toBe(STEPS)
    expect(before).toBeGreaterThanOrEqual(STEPS - 2)
  })

  test('and there are more steps than those; the last of them are those of saving', async () => {
    const machine = machineFailingAt(0)
    expect(await attempt(machine, 0)).toBe('done')
    expect(machine.steps()).toBeGreaterThan(STEPS)
    expect(machine.saves).toHaveLength(1)
    for (let step = machine.steps(); step > machine.steps() - 20; step--) {
      const late = machineFailingAt(step)
      const original = late.bytes()
      expect(await attempt(late, step), `step ${step}`).toBe('failed')
      // Once the file is replaced the import is done, whatever comes after.
      expect(late.bytes() === original, `step ${step}`).toBe(late.saves.length === 0)
    }
  })

  test('one undo takes a whole import back', async () => {
    const machine = machineFailingAt(0)
    const document = await openDocument(machine.context, 'a.jw')
    const start = content(document.session.snapshot())
    await importInto(machine.context, document, 'l.csv', options)
    expect(document.session.snapshot().size).toBeGreaterThan(start.length + 120)
    expect(document.session.undo()).toBe(true)
    expect(content(document.session.snapshot())).toStrictEqual(start)
    expect(document.session.undo()).toBe(false)
    expect(document.session.redo()).toBe(true)
    expect(writeDocument(document.session.snapshot())).toStrictEqual(machine.bytes())
  })
})

/** The document, whose lookups count as steps too. */
function counting(document: DocumentFile, count: () => void): DocumentFile {
  const counted = <Value extends object>(lookups: Value): Value =>
    new Proxy(lookups, { get: (target, name) => (count(), Reflect.get(target, name) as unknown) })
  return {
    ...document,
    state() {
      const state = document.state()
      return { ...state, lookups: counted(state.lookups), passLookups: () => counted(state.passLookups()) }
    },
  }
}

/** Opens and imports; where it fails before the document was changed as one operation, the document must be what it was. */
async function attempt(machine: ReturnType<typeof machineFailingAt>, step: number): Promise<'done' | 'failed'> {
  let document: Awaited<ReturnType<typeof openDocument>> | undefined
  try {
    document = await openDocument(machine.context, 'a.jw')
    await importInto(machine.context, counting(document, machine.count), 'l.csv', options)
    return 'done'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const size = document?.session.snapshot().size ?? small.size
    // Either nothing happened or everything did and only saving failed: nothing in between.
    if (size !== small.size) expect(document?.session.undo(), `step ${step}`).toBe(true)
    expect(content(document?.session.snapshot() ?? small), `step ${step}`).toStrictEqual(content(small))
    return 'failed'
  }
}
