import { longText, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 术语. */
export const termKind = defineKind({
  name: 'term',
  label: '术语',
  help: '模型里用到的术语。',
  prefix: 'SY',
  fields: {
    definition: longText('定义', { help: '含义' }),
    english: text('英文', { help: '英文' }),
    synonyms: texts('同义词', { help: '其他叫法' }),
    source: text('出处', { help: '来自哪里' }),
    usedBy: refs('用在', ['*'], { help: '哪些对象用到' }),
  },
})
