import { test } from 'vitest'
import { createHash } from 'node:crypto'
import { keysAfter } from '#model/base/order-key.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { tidy } from '#model/document/draft.ts'
import { breachesOf } from '#model/derive/index.ts'
import { diff } from '#model/compare/diff.ts'
import { merge } from '#model/compare/merge.ts'
import { encode, decode } from '#model/file/journal.ts'
import { readDocument } from '#model/file/read.ts'
import { openDocumentWriter, writeDocument } from '#model/file/write.ts'
import { chanceFrom } from '../support/chance.ts'
import { kindOf } from '#model/kinds/index.ts'
import { referencesOf } from '#model/schema/references.ts'
const N = 100000
const c = chanceFrom(5)
const rid = () => 'x' + c.below(2 ** 31).toString(36) + c.below(2 ** 31).toString(36)
const cn = '农村集体资产资源资金管理监督合同经营收入处置申请审批登记部门业务事项数据共享指标规范度'
const zh = (n: number) => Array.from({ length: n }, () => cn[c.below(cn.length)]).join('')
function t<T>(n: string, f: () => T): T { const a = performance.now(); const r = f(); console.log(n, (performance.now() - a).toFixed(0)); return r }
const med = (n: string, f: () => unknown, k = 5) => { const a: number[] = []; for (let i = 0; i < k; i++) { const s = performance.now(); f(); a.push(performance.now() - s) } a.sort((x, y) => x - y); console.log(n, a[k >> 1]!.toFixed(0), '(min', a[0]!.toFixed(0) + ')') }
test('bench', () => {
  const orgs = Array.from({ length: 100 }, () => ({ id: rid(), kind: 'organisation', name: zh(8) }))
  const cb = Array.from({ length: 50 }, () => ({ id: rid(), kind: 'coreBusiness', name: zh(8), lead: orgs[c.below(100)]!.id }))
  const mods = Array.from({ length: 200 }, (_, i) => ({ id: rid(), kind: 'module', name: zh(8), owner: cb[i % 50]!.id, order: 'a0' }))
  const units = Array.from({ length: 1000 }, (_, i) => ({ id: rid(), kind: 'unit', name: zh(8), owner: mods[i % 200]!.id, order: 'a0' }))
  const data = Array.from({ length: 30000 }, (_, i) => ({ id: rid(), kind: 'dataItem', name: zh(8), code: 'D' + i, synonyms: [zh(5), zh(6)].sort(), note: zh(30), status: 'draft' }))
  const reqs = data.map((d, i) => ({ id: rid(), kind: 'requirement', name: d.name, code: 'R' + i, dataItem: d.id, note: zh(40), status: 'draft' }))
  const ks = keysAfter(undefined, 40000)
  const items = Array.from({ length: N - 100 - 50 - 200 - 1000 - 60000 }, (_, i) => ({ id: rid(), kind: 'item', name: zh(10), code: 'A' + i, owner: units[i % 1000]!.id, order: ks[i]!, lead: orgs[c.below(100)]!.id, needs: [...new Set([data[c.below(30000)]!.id, data[c.below(30000)]!.id, data[c.below(30000)]!.id])].sort(), trigger: zh(20), note: zh(50) }))
  const all = [...orgs, ...cb, ...mods, ...units, ...data, ...reqs, ...items].map(e => tidy(e as never))
  const snap = t('snapshotOf', () => snapshotOf(all))
  console.log('n', snap.size, 'MB', Buffer.byteLength(all.map(e => JSON.stringify(e)).join('\n')) / 1e6)
  const nd = (b: Uint8Array) => createHash('sha256').update(b).digest('hex')
  const bytes = t('write first', () => writeDocument(snap))
  console.log('zip MB', bytes.length / 1e6)
  med('write', () => writeDocument(snap))
  med('write node digest', () => writeDocument(snap, new Map(), nd))
  const w = openDocumentWriter(nd); w(snap)
  const one = snap.get(items[0]!.id)!
  let k = 0
  med('rewrite after one item edit', () => w(snap.set(one.id, { ...one, name: 'q' + k++ })))
  med('rewrite after one org edit', () => w(snap.set(orgs[0]!.id, { ...orgs[0]!, name: 'q' + k++ } as never)))
  med('zod', () => { for (const e of snap.values()) kindOf(e.kind)!.schema.safeParse(e) })
  med('refs', () => { let n = 0; for (const e of snap.values()) n += referencesOf(kindOf(e.kind)!, e).length; return n })
  med('values', () => { let n = 0; for (const e of snap.values()) n += e.name.length; return n })
  med('breachesOf', () => breachesOf(snap))
  med('read', () => { const r = readDocument(bytes); if (!r.ok) throw new Error(JSON.stringify(r.error)) })
  med('read node digest', () => readDocument(bytes, { digest: nd }))
  const load = () => { const r = readDocument(bytes, { digest: nd }); if (!r.ok) throw new Error('x'); return r.value.snapshot }
  const a = load(), b0 = load(), d0 = load()
  const change = (s: typeof a, seed: number, f: string) => { const q = chanceFrom(seed); return s.with(Array.from({ length: 1000 }, () => { const id = items[q.below(items.length)]!.id; const e = s.get(id)!; return [id, tidy({ ...e, [f]: '改' + q.below(99) })] as const })) }
  const b = change(b0, 1, 'trigger'), d = change(d0, 2, 'note')
  med('diff separately loaded, 1000 changes', () => diff(a, b), 9)
  med('diff shared', () => diff(b0, b), 9)
  med('floor: field by field over Map', () => { const m1 = new Map(a), m2 = new Map(b); let n = 0; for (const [id, x] of m1) { const y = m2.get(id); if (!y) { n++; continue } for (const f in x) { const p = x[f], q = y[f]; if (p !== q && JSON.stringify(p) !== JSON.stringify(q)) { n++; break } } } for (const id of m2.keys()) if (!m1.has(id)) n++; return n }, 9)
  const M1 = new Map(a), M2 = new Map(b)
  med('floor w/o building maps', () => { const m1 = M1, m2 = M2; let n = 0; for (const [id, x] of m1) { const y = m2.get(id); if (!y) { n++; continue } for (const f in x) { const p = x[f], q = y[f]; if (p !== q && JSON.stringify(p) !== JSON.stringify(q)) { n++; break } } } for (const id of m2.keys()) if (!m1.has(id)) n++; return n }, 9)
  med('merge separately loaded', () => merge(a, b, d), 7)
  med('merge shared', () => merge(b0, b, change(b0, 2, 'note')), 7)
  const dl = diff(a, b)
  med('encode 1000', () => encode(dl)); const txt = encode(dl); med('decode 1000', () => decode(txt, a))
}, 300000)
