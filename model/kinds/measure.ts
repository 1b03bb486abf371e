import { choice, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 体系条目. */
export const measureKind = defineKind({
  name: 'measure',
  label: '体系条目',
  help: '指标、工作、政策、评价四个体系中的一条。',
  prefix: 'TX',
  parents: ['scene', 'majorTask'],
  needsOwner: true,
  fields: {
    system: choice('所属体系', 'fourSystems', { help: '指标、工作、政策或评价体系', required: true }),
    indicator: ref('指标', ['indicator'], { help: '指标体系或评价依据的指标' }),
    organisation: ref('责任单位', ['organisation'], { help: '谁负责' }),
    basis: ref('依据', ['basis'], { help: '政策文件' }),
    articles: text('条款', { help: '涉及的条款' }),
    criterion: text('评价依据', { help: '按什么评价' }),
    cadence: text('频次', { help: '如 周报、月报' }),
    resultUse: text('结果运用', { help: '结果用在哪里' }),
  },
})
