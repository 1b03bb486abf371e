import { flag, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 材料. */
export const materialKind = defineKind({
  name: 'material',
  label: '材料',
  help: '办理事项要提交或产生的表单、证照、文书。',
  prefix: 'CL',
  fields: {
    dataItems: refs('所含数据项', ['dataItem'], { help: '材料上有哪些数据' }),
    issuer: ref('出具部门', ['organisation'], { help: '谁出具' }),
    form: text('形式', { help: '纸质、电子或电子证照' }),
    copies: number('份数', { help: '要几份', unit: '份' }),
    exempt: flag('可免提交', { help: '能用共享数据代替填“是”' }),
    certificateType: text('证照类型', { help: '电子证照名称' }),
  },
})
