import { choice, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 数据需求. */
export const requirementKind = defineKind({
  name: 'requirement',
  label: '数据需求',
  help: '对一个数据项的需求，整个模型里只有一条；哪些部门、哪些事项用到它由软件算出。',
  prefix: 'XQ',
  step: 'L8',
  source: sources.plan,
  fields: {
    dataItem: ref('数据项', ['dataItem'], { help: '需要哪个数据项', required: true, whenGone: 'remove' }),
    timeliness: choice('时效要求', 'timeliness', { help: '数据多快要到：分钟级、小时级、日级或批量' }),
    cycle: choice('期望更新频率', 'updateCycle', { help: '希望来源部门多久更新一次', source: sources.application }),
    coverage: text('期望空间范围', { help: '例：全市、本县', source: sources.application }),
    timeRange: text('期望时间范围', { help: '要哪几年的数据，例：2020 年以来', source: sources.application }),
    purpose: longText('用途', { help: '拿来做什么，例：核验承租人是否有严重失信记录', source: sources.application }),
    collection: choice('数据获取', 'collection', { help: '共享复用还是新采集；能共享的不得重复收集', source: '《政务数据共享条例》' }),
    selfProduced: flag('自产', { help: '是否由使用部门自己产生，软件会推算；与实际不符时再填' }),
    basisText: text('数据来源依据', { help: '凭什么可以要，写法律法规或文件的条款', source: sources.application }),
    blockReason: choice('受阻原因', 'shareRejectReason', { help: '拿不到数据时选择原因', source: sources.application }),
    nextStep: text('下一步', { help: '接下来做什么，例：向省税务局提出统一申请' }),
  },
})
