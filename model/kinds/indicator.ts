import { choice, formula, lines, longText, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 指标. */
export const indicatorKind = defineKind({
  name: 'indicator',
  label: '指标',
  help: '衡量业务好坏的量，由数据项和其他指标计算。',
  prefix: 'ZB',
  step: 'L7',
  source: sources.plan,
  parents: ['indicator'],
  fields: {
    unit: text('单位', { help: '例：%、分、件、万元' }),
    formula: formula('计算公式', {
      help: '用名称写公式，例：计数(资产盘点状态 其中 资产盘点状态 = "1") / 去重计数(资产编号) * 100',
      required: true,
    }),
    target: number('目标值', { help: '要达到多少，单位与指标相同' }),
    direction: choice('方向', 'direction', { help: '越高越好、越低越好或落在区间里', required: true }),
    lead: ref('责任部门', ['organisation'], { help: '哪个部门对这个指标负责', required: true }),
    items: refs('度量事项', ['item'], { help: '衡量哪些事项' }),
    indicatorKind: choice('指标类型', 'indicatorKind', { help: '原子指标、衍生指标或复合指标', source: sources.platform }),
    period: choice('统计周期', 'period', { help: '多久统计一次，例：月', required: true }),
    caliber: longText('口径', { help: '统计范围和算法的文字说明，例：不含已注销的合作社' }),
    steps: refs('度量环节', ['step'], { help: '衡量流程里的哪些环节' }),
    dataItems: refs('所用数据项', ['dataItem'], { help: '口径里用到、公式里还没有写出的数据项' }),
    dataFilters: lines(
      '数据取值',
      { dataItem: ref('数据项', ['dataItem'], { help: '对哪个数据项限定' }), value: text('取值', { help: '只统计这个值，例：1' }) },
      { help: '口径里限定的取值，一行写一个' },
    ),
    baseValue: number('基期值', { help: '改革前是多少，单位与指标相同' }),
    warning: number('预警值', { help: '到多少要预警，单位与指标相同' }),
    excellence: number('优秀值', { help: '到多少算优秀，单位与指标相同' }),
    targets: lines(
      '分年目标',
      { year: text('年份', { help: '例：2026' }), value: number('目标值', { help: '当年要达到多少' }) },
      { help: '每年的目标，一行写一年' },
    ),
    timeliness: choice('时效要求', 'timeliness', { help: '所用数据多快要到：分钟级、小时级、日级或批量' }),
    ...grouped({ group: '试算' }, sampleFields()),
    level: number('级次', { help: '一级指标填 1，二级指标填 2，三级指标填 3' }),
    ...grouped(
      { group: '指标汇总表', source: sources.platform },
      {
        english: text('英文名', { help: '供接口和系统使用，例：inventoryMatchRate' }),
        category: text('指标分类', { help: '例：规范类、效益类' }),
        checkRule: text('校验规则', { help: '指标之间应当满足的关系，例：应进场数不小于已进场数' }),
        shareType: choice('共享类型', 'shareType', { help: '无条件、有条件或不予共享；没有特别规定时不予共享' }),
        openType: choice('开放类型', 'openType', { help: '无条件、有条件或不予开放；没有特别规定时不予开放' }),
        sensitivity: choice('敏感属性', 'sensitiveFlag', { help: '敏感或不敏感' }),
        secret: choice('涉密属性', 'secretLevel', { help: '本软件不得存放涉密内容，只能是“非涉密”' }),
      },
    ),
  },
})

/** What a formula is tried with: one number per call, or a small table of records per resource (contracts C4.8). */
function sampleFields() {
  return {
    samples: lines(
      '样例值',
      {
        call: text('算式', { help: '公式里的一个统计算式，软件自动填写' }),
        offset: number('期次', { help: '0 为本期，1 为上一期' }),
        value: text('值', { help: '样例数值，例：1862' }),
        description: text('说明', { help: '这个数是什么，例：盘点相符的资产宗数' }),
      },
      { help: '给公式里的每个统计算式一个数，用来试算' },
    ),
    records: lines(
      '样例记录',
      {
        resource: ref('信息资源', ['resource'], { help: '哪张表' }),
        row: number('行', { help: '第几行，从 1 开始' }),
        dataItem: ref('数据项', ['dataItem'], { help: '哪一列' }),
        value: text('值', { help: '这一格的值' }),
      },
      { help: '用来试算公式的小表，一行写一格' },
    ),
  }
}
