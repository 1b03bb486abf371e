import { parse } from '../../formula/index.ts'
import { operandsOf } from '../../method/operands.ts'
import { indicatorReady } from '../../method/readiness.ts'
import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An indicator has a formula that can be read, whose names mean something, and that does not lead back to itself. */
export const formulaCanBeRead = defineRule({
  id: 'CHK-L7-FORMULA',
  severity: 'error',
  step: 'L7',
  on: ['indicator'],
  source: '指标模板：运算逻辑必填',
  looksAt: [['references']],
  facts: [indicatorReady],
  *check(indicator, view) {
    const formula = indicator['formula'] as { readonly text: string } | undefined
    if (formula === undefined) {
      if (membersIn(indicator, 'dataItems').length === 0) yield { field: 'formula', values: { problem: '没有公式' } }
      return
    }
    const [problem] = parse(formula.text).problems
    if (problem) yield { field: 'formula', values: { problem: `第 ${problem.at + 1} 个字附近写得不对` } }
    const unknown = operandsOf(indicator).filter(one => one.id === undefined)
    if (unknown.length > 0) yield { field: 'formula', values: { problem: `对不上这些名称：${unknown.map(one => one.name).join('、')}` } }
    if (view.fact(indicatorReady, indicator.id)?.cyclic) yield { field: 'formula', values: { problem: '公式循环引用' } }
  },
})
