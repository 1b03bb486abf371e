import { choice, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 数据需求. */
export const requirementKind = defineKind({
  name: 'requirement',
  label: '数据需求',
  help: '对一个数据项的需求，全模型只有一条；谁用它由软件算出。',
  prefix: 'XQ',
  step: 'L8',
  fields: {
    dataItem: ref('数据项', ['dataItem'], { help: '需要哪个数据项', required: true, whenGone: 'remove' }),
    timeliness: choice('时效要求', 'timeliness', { help: '分钟级、小时级、日级或批量' }),
    cycle: choice('期望更新频率', 'updateCycle', { help: '希望多久更新一次', source: '数据共享申请单' }),
    coverage: text('期望空间范围', { help: '全市、本县等', source: '数据共享申请单' }),
    timeRange: text('期望时间范围', { help: '要哪几年的数据', source: '数据共享申请单' }),
    purpose: longText('用途', { help: '拿来做什么', source: '数据共享申请单' }),
    collection: choice('数据获取', 'collection', { help: '共享复用或新采集' }),
    selfProduced: flag('自产', { help: '由软件推算；需要改时再填' }),
    basisText: text('数据来源依据', { help: '凭什么可以要', source: '数据共享申请单' }),
    blockReason: choice('受阻原因', 'shareRejectReason', { help: '为什么拿不到' }),
    nextStep: text('下一步', { help: '接下来做什么' }),
  },
})
