import { choice, formula, lines, longText, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 指标. */
export const indicatorKind = defineKind({
  name: 'indicator',
  label: '指标',
  help: '衡量业务好坏的量，可由数据项和其他指标计算。',
  prefix: 'ZB',
  step: 'L7',
  parents: ['indicator'],
  fields: {
    unit: text('单位', { help: '如 %、分、件、万元' }),
    formula: formula('计算公式', {
      help: '用名称写公式，如 计数(资产盘点状态 其中 资产盘点状态 = "1") / 去重计数(资产编号) * 100',
      required: true,
    }),
    target: number('目标值', { help: '要达到多少' }),
    direction: choice('方向', 'direction', { help: '越大越好、越小越好或区间', required: true }),
    lead: ref('责任部门', ['organisation'], { help: '谁对指标负责', required: true }),
    items: refs('度量事项', ['item'], { help: '衡量哪些事项' }),
    indicatorKind: choice('指标类型', 'indicatorKind', { help: '原子、衍生或复合' }),
    period: choice('统计周期', 'period', { help: '多久统计一次', required: true }),
    caliber: longText('口径', { help: '统计范围和算法的文字说明' }),
    steps: refs('度量环节', ['step'], { help: '衡量哪些环节' }),
    dataItems: refs('所用数据项', ['dataItem'], { help: '口径里用到、公式还没有写出的数据项' }),
    dataFilters: lines(
      '数据取值',
      { dataItem: ref('数据项', ['dataItem'], { help: '数据项' }), value: text('取值', { help: '只统计这个值' }) },
      { help: '口径里限定的取值' },
    ),
    baseValue: number('基期值', { help: '改革前是多少' }),
    warning: number('预警值', { help: '到多少要预警' }),
    excellence: number('优秀值', { help: '到多少算优秀' }),
    targets: lines(
      '分年目标',
      { year: text('年份', { help: '如 2026' }), value: number('目标值', { help: '当年目标' }) },
      { help: '每年的目标' },
    ),
    timeliness: choice('时效要求', 'timeliness', { help: '数据多快要到' }),
    samples: lines(
      '样例值',
      {
        call: text('算式', { help: '公式里的一个聚合算式' }),
        offset: number('期次', { help: '0 为本期，1 为上一期' }),
        value: text('值', { help: '样例数值' }),
        description: text('说明', { help: '这个数是什么' }),
      },
      { help: '用来试算公式的数' },
    ),
    records: lines(
      '样例记录',
      {
        resource: ref('信息资源', ['resource'], { help: '哪张表' }),
        row: number('行', { help: '第几行' }),
        dataItem: ref('数据项', ['dataItem'], { help: '哪一列' }),
        value: text('值', { help: '单元格的值' }),
      },
      { help: '用来试算公式的小表' },
    ),
    level: number('级次', { help: '一级、二级、三级指标' }),
  },
})
