import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 集成确认. */
export const acceptanceKind = defineKind({
  name: 'acceptance',
  label: '集成确认',
  help: '对指标、事项、单元、模块或目标系统完成集成的确认。',
  prefix: 'QR',
  step: 'R7',
  fields: {
    object: ref('确认对象', ['indicator', 'item', 'unit', 'module', 'system'], { help: '确认哪一个', required: true, whenGone: 'remove' }),
    accepted: flag('已确认', { help: '确认完成填“是”' }),
    evidence: longText('证据', { help: '凭什么确认' }),
    person: text('确认人', { help: '谁确认' }),
    acceptedOn: date('确认日期', { help: '哪一天' }),
  },
})
