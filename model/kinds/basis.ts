import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 依据. */
export const basisKind = defineKind({
  name: 'basis',
  label: '依据',
  help: '法律、法规、规章、文件及其条款。',
  prefix: 'YJ',
  parents: ['basis'],
  fields: {
    documentNumber: text('文号', { help: '如 国办发〔2025〕24号' }),
    clause: text('条款', { help: '如 第十七条第一款' }),
    quote: longText('原文', { help: '条款原文' }),
    anchor: text('出处位置', { help: '在原文件中的位置或网址' }),
    issuer: text('发布机关', { help: '谁发布' }),
    issuedOn: date('发布日期', { help: '发布日期' }),
    inForce: flag('现行有效', { help: '已废止填“否”' }),
    replacedBy: ref('被替代为', ['basis'], { help: '新的依据' }),
  },
})
