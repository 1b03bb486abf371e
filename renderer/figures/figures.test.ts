import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyse, findingsOf } from '#model/analysis/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import type { Element } from '#model/schema/element.ts'
import { openDocument, type OpenDocument } from '../session/open-document.ts'
import { breakthroughCount, breakthroughs } from './breakthroughs.ts'
import { findingCounts, findings } from './found.ts'
import { inspected } from './inspected.ts'
import { listBehind } from './lists.ts'
import { collaborating, ledger, shortOf } from './rates.ts'
import { columnsOf, rowsOf, unfolded } from './rows.ts'
import { stepCards } from './steps.ts'
import { waiting } from './waiting.ts'

const { elements } = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')) as {
  readonly elements: readonly Element[]
}

let document: OpenDocument
beforeAll(() => {
  let ids = 0
  const surroundings = { today: '2026-11-25', clock: () => 0, newId: () => `new-${ids++}` }
  document = openDocument(snapshotOf(elements), { name: 'a.jw', readOnly: false, kept: new Map() }, surroundings)
})

const idOf = (name: string, kind: string): string => elements.find(one => one.name === name && one.kind === kind)?.id ?? ''

describe('numbers of the worked model', () => {
  test('the two rates and what is missing to their targets', () => {
    const { satisfaction, minuteSatisfaction, items } = ledger(document.now())
    expect([satisfaction.rate, satisfaction.satisfied, satisfaction.needed, shortOf(satisfaction)]).toStrictEqual([78.38, 29, 37, 8])
    expect([minuteSatisfaction.rate, shortOf(minuteSatisfaction)]).toStrictEqual([81.82, 1])
    expect(items).toStrictEqual({ ready: 10, total: 16 })
  })

  test('every number is as long as the list behind it', () => {
    const now = document.now()
    const { declared, byLink, organisations } = collaborating(now)
    const expected: { readonly [list: string]: number } = {
      satisfied: 29,
      needed: 37,
      unsatisfied: 8,
      'minute-satisfied': 9,
      'minute-needed': 11,
      'minute-unsatisfied': 2,
      'items-ready': 10,
      items: 16,
      'items-waiting': 6,
      collaborations: declared.length,
      'collaborations-in-flows': byLink.length,
      'collaborating-departments': organisations.length,
      elements: elements.length,
      plan: breakthroughs(now).length,
    }
    expect(breakthroughCount(now)).toBe(breakthroughs(now).length)
    for (const [list, count] of Object.entries(expected)) {
      expect(listBehind(now, list)?.lines, list).toHaveLength(count)
      expect(listBehind(now, list)?.title, list).toMatch(/\p{Script=Han}/u)
    }
    expect(listBehind(now, 'constructor')).toBeUndefined()
  })

  test('fifteen cards, each with its list, its rest and what to do next', () => {
    const cards = stepCards(document.now())
    expect(cards.map(one => `${one.step} ${one.done}/${one.total}`).join(' ')).toBe(
      'L1 1/1 L2 3/3 L3 6/6 L4 16/16 L5 3/11 L6 28/28 L7 14/21 L8 41/41 R1 37/37 R2 29/37 R3 10/14 R4 10/16 R5 2/6 R6 0/3 R7 0/1',
    )
    for (const card of cards) {
      expect(card.next, card.step).toMatch(/\p{Script=Han}/u)
      expect(card.gaps.reduce((sum, gap) => sum + gap.elements.length, 0)).toBe(card.missing)
      expect(rowsOf(card.step, document.now()).filter(row => !row.isGroup)).toHaveLength(card.count)
    }
  })

  test('a finding says what is wrong and what to do apart', () => {
    const now = document.now()
    expect(findingCounts(now)).toStrictEqual({ error: 4, warning: 9, info: 142 })
    for (const { says, todo, why, rule } of findings(now)) {
      for (const sentence of [says, todo, why]) expect(sentence, rule).toMatch(/。$/u)
      expect(says, rule).not.toContain(todo)
      expect(todo, rule).not.toMatch(/--|\bplan\b/u)
    }
  })
})

describe('findings', () => {
  test('stand in the order of the model, whole or the first of them', () => {
    const now = document.now()
    const expected = findingsOf(now.analysis).map(({ rule, element }) => [rule, element])
    expect(findings(now).map(({ rule, element }) => [rule, element])).toStrictEqual(expected)
    expect(findings(now, {}, 20).map(({ rule, element }) => [rule, element])).toStrictEqual(expected.slice(0, 20))
    expect(findings(now, { severity: 'warning' })).toHaveLength(9)
  })
})

describe('rows', () => {
  test('owners come along and fold', () => {
    const rows = rowsOf('L4', document.now())
    expect(rows.map(row => row.depth).slice(0, 4)).toStrictEqual([0, 1, 2, 3])
    expect(rows.filter(row => row.isGroup)).toHaveLength(10)
    expect(unfolded(rows, new Set([rows[0]?.id ?? '']))).toHaveLength(1)
    expect(unfolded(rows, new Set())).toHaveLength(26)
  })

  test('columns are fields of the kind, filled in somewhere', () => {
    const without = stepCards(document.now()).filter(({ step }) => columnsOf(step, document.now()).length === 0)
    // Its units have names and codes only.
    expect(without.map(one => one.step)).toStrictEqual(['L3', 'R5'])
    for (const { field } of columnsOf('L7', document.now()))
      expect(elements.some(one => one.kind === 'indicator' && field in one)).toBe(true)
  })
})

describe('one element', () => {
  test('fields, owners, links in both directions and findings', () => {
    const shown = inspected(idOf('审计问题整改闭环督办', 'item'), document.now())
    expect(shown?.path.map(one => one.kind)).toStrictEqual(['核心业务', '业务模块', '业务单元'])
    const lead = shown?.groups.flatMap(group => group.lines).find(line => line.field === 'lead')
    expect(lead?.targets).toMatchObject([{ name: '示例县农业农村局', kind: '部门' }])
    expect(shown?.incoming.flatMap(one => one.from).length).toBeGreaterThan(5)
    expect(shown?.findings).toHaveLength(3)
    expect(inspected('nobody', document.now())).toBeUndefined()
  })

  test('why it waits: data from need to service, and the shortest way', () => {
    const item = waiting(idOf('审计问题整改闭环督办', 'item'), document.now())
    expect(item?.step).toBe('R4')
    expect(item?.lines.map(line => line.sort === 'datum' && line.tone)).toStrictEqual(['wait', 'wait', 'wait'])
    expect(item?.way.map(one => one.name)).toStrictEqual(['审计项目与问题清单服务', '信访事项(三资类)服务'])
    const unit = waiting(idOf('审计监督与风险预警', 'unit'), document.now())
    expect(unit?.lines.filter(line => line.sort === 'part')).toHaveLength(2)
    expect(waiting(idOf('示例县农业农村局', 'organisation'), document.now())).toBeUndefined()
  })
})

describe('editing', () => {
  test('a rename is everywhere at once, is followed like from scratch, and is taken back', () => {
    const [first, second] = rowsOf('L7', document.now())
    const before = document.now()
    expect(document.rename(second?.id ?? '', first?.name ?? '').ok).toBe(true)
    const after = document.now()
    expect(after.canUndo && !after.canRedo).toBe(true)
    expect(rowsOf('L7', after).filter(row => row.name === first?.name)).toHaveLength(2)
    expect(findings(after).length).toBeGreaterThan(findings(before).length)
    const fresh = { ...after, analysis: analyse(after.analysis.state, after.analysis.today) }
    expect(findings(after)).toStrictEqual(findings(fresh))
    expect(document.undo()).toBe(true)
    expect(findings(document.now())).toStrictEqual(findings(before))
    expect(document.redo() && document.undo() && !document.undo()).toBe(true)
  })

  test('a formula that names it says the new name', () => {
    const id = idOf('非现金支付率', 'indicator')
    const formulaOf = (name: string): string =>
      inspected(idOf(name, 'indicator'), document.now())
        ?.groups.flatMap(group => group.lines)
        .find(line => line.field === 'formula')?.value ?? ''
    const before = formulaOf('资金财务规范度')
    document.rename(id, '非现金支付比率')
    expect(formulaOf('资金财务规范度')).toBe(before.replace('非现金支付率', '非现金支付比率'))
    document.undo()
    expect(formulaOf('资金财务规范度')).toBe(before)
  })

  test('no element loses its name', () => {
    const [row] = rowsOf('L4', document.now())
    expect(document.rename(row?.id ?? '', '')).toMatchObject({ ok: false, error: { code: 'name-required' } })
  })
})
