import { choice, flag, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 材料. */
export const materialKind = defineKind({
  name: 'material',
  label: '材料',
  help: '办理事项要提交或产生的表单、证照、文书。',
  prefix: 'CL',
  fields: {
    dataItems: refs('所含数据项', ['dataItem'], { help: '材料上有哪些数据' }),
    issuer: ref('出具部门', ['organisation'], { help: '由哪个部门出具；申请人自备的留空' }),
    form: text('形式', { help: '例：纸质原件、复印件、电子证照' }),
    copies: number('份数', { help: '要提交几份', unit: '份' }),
    exempt: flag('可免提交', { help: '能用共享数据或电子证照代替的填“是”' }),
    certificateType: text('证照名称', { help: '是证照时写证照名称，例：营业执照' }),
    certificateLevel: choice('发证级别', 'orgLevel', { help: '由哪一级发证' }),
    validity: text('有效期', { help: '例：五年、长期' }),
  },
})
