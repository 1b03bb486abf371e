import { date, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 豁免. */
export const waiverKind = defineKind({
  name: 'waiver',
  label: '豁免',
  help: '经批准暂不处理的一条检查结果；到期后重新检查。',
  prefix: 'HM',
  fields: {
    rule: text('规则编号', { help: '例：CHK-L5-NOFLOW', required: true }),
    object: ref('对象', ['*'], { help: '对哪一个暂不处理', required: true, whenGone: 'remove' }),
    reason: text('理由', { help: '为什么可以暂不处理，例：事项将在 7 月取消', required: true }),
    person: text('批准人', { help: '单位和姓名' }),
    expires: date('到期日', { help: '从这一天起重新检查' }),
  },
})
