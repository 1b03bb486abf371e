import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 依据. */
export const basisKind = defineKind({
  name: 'basis',
  label: '依据',
  help: '法律、法规、规章、文件；条款写在所属文件下面。',
  prefix: 'YJ',
  parents: ['basis'],
  fields: {
    documentNumber: text('文号', { help: '例：国办发〔2025〕24号' }),
    clause: text('条款', { help: '例：第十七条第一款' }),
    quote: longText('原文', { help: '照抄条款原文，不要改写' }),
    anchor: text('出处位置', { help: '在原文件中的页码、段落或网址' }),
    issuer: text('发布机关', { help: '例：浙江省人民代表大会常务委员会' }),
    issuedOn: date('发布日期', { help: '例：2022-01-21' }),
    inForce: flag('现行有效', { help: '现行有效填“是”，已废止填“否”' }),
    replacedBy: ref('被替代为', ['basis'], { help: '已废止或修订时，选择新的依据' }),
  },
})
