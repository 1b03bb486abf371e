import { test } from 'vitest'
import { kindOf } from '#model/kinds/index.ts'
import { isStorable } from '#model/base/text.ts'
import { chanceFrom } from '../support/chance.ts'
const c = chanceFrom(5)
const cn = '农村集体资产资源资金管理监督合同经营收入处置申请审批登记部门业务事项数据共享指标规范度'
const zh = (n: number) => Array.from({ length: n }, () => cn[c.below(cn.length)]).join('')
const med = (n: string, f: () => unknown, k = 5) => { const a: number[] = []; for (let i = 0; i < k; i++) { const s = performance.now(); f(); a.push(performance.now() - s) } a.sort((x, y) => x - y); console.log(n, a[k >> 1]!.toFixed(0)) }
test('p', () => {
  const els = Array.from({ length: 38000 }, (_, i) => JSON.parse(JSON.stringify({ id: 'x' + i, kind: 'item', name: zh(10), code: 'A' + i, owner: 'u' + i, order: 'a0', lead: 'o' + i, needs: ['a' + i, 'b' + i, 'c' + i], trigger: zh(20), note: zh(50) })))
  const bare = els.map(({ id, kind, name }) => ({ id, kind, name }))
  const s = kindOf('item')!.schema
  med('full', () => { for (const e of els) s.safeParse(e) })
  med('bare', () => { for (const e of bare) s.safeParse(e) })
  const noNeeds = els.map(({ needs, ...r }) => r)
  med('no needs', () => { for (const e of noNeeds) s.safeParse(e) })
  med('storable', () => { for (const e of els) { isStorable(e.note); isStorable(e.trigger); isStorable(e.name); isStorable(e.code) } })
  const re = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/
  med('storable no u', () => { for (const e of els) for (const x of [e.note, e.trigger, e.name, e.code]) x.isWellFormed() && !re.test(x) })
  med('wellformed', () => { for (const e of els) for (const x of [e.note, e.trigger, e.name, e.code]) x.isWellFormed() })
  const shape = (s as any).shape
  const ms = new Map<string, any>(Object.entries(shape))
  med('per key safeParse', () => { let bad = 0; for (const e of els) for (const k in e) { const f = ms.get(k); if (!f || !f.safeParse(e[k]).success) bad++ } return bad })
  const ms2 = new Map<string, any>(Object.entries(shape).map(([k, v]: any) => [k, v._zod.def.innerType ?? v]))
  med('per key inner', () => { let bad = 0; for (const e of els) for (const k in e) { const f = ms2.get(k); if (!f || !f.safeParse(e[k]).success) bad++ } return bad })
  med('per key run', () => { let bad = 0; for (const e of els) for (const k in e) { const f = ms2.get(k); if (!f || f._zod.run({ value: e[k], issues: [] }, { async: false }).issues.length) bad++ } return bad })
  console.log(Object.keys((s as any).shape).length)
}, 100000)
