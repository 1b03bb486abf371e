import { choice, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 体系条目. */
export const measureKind = defineKind({
  name: 'measure',
  label: '体系条目',
  help: '场景或重大任务的指标、工作、政策、评价四个体系中的一条。',
  prefix: 'TX',
  source: sources.plan,
  parents: ['scene', 'majorTask'],
  needsOwner: true,
  fields: {
    system: choice('所属体系', 'fourSystems', { help: '指标（目标）、工作、政策或评价体系', required: true, source: sources.plan }),
    indicator: ref('指标', ['indicator'], { help: '指标体系的指标，或评价依据的指标' }),
    organisation: ref('责任单位', ['organisation'], { help: '工作体系里由哪个单位负责' }),
    basis: ref('依据', ['basis'], { help: '政策体系里的文件' }),
    articles: text('条款', { help: '涉及的条款，例：第十七条、第二十条' }),
    criterion: text('评价依据', { help: '按什么评价，例：月度通报' }),
    cadence: text('频次', { help: '例：周报、月例会' }),
    resultUse: text('结果运用', { help: '结果用在哪里，例：纳入乡镇年度考核' }),
  },
})
