import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 集成确认. */
export const acceptanceKind = defineKind({
  name: 'acceptance',
  label: '集成确认',
  help: '由人确认指标、事项、单元、模块或目标系统已经完成集成；是否就绪仍由软件计算。',
  prefix: 'QR',
  step: 'R7',
  source: sources.plan,
  fields: {
    object: ref('确认对象', ['indicator', 'item', 'unit', 'module', 'system'], {
      help: '确认哪一个指标、事项、单元、模块或系统',
      required: true,
      whenGone: 'remove',
    }),
    accepted: flag('已确认', { help: '确认完成填“是”，退回填“否”' }),
    evidence: longText('证据', { help: '凭什么确认，例：验收报告、运行截图的编号' }),
    person: text('确认人', { help: '单位和姓名' }),
    acceptedOn: date('确认日期', { help: '确认的日期' }),
  },
})
