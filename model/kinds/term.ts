import { longText, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 术语. */
export const termKind = defineKind({
  name: 'term',
  label: '术语',
  help: '模型里用到的术语，用来统一各部门的叫法。',
  prefix: 'SY',
  fields: {
    definition: longText('定义', { help: '这个词是什么意思' }),
    english: text('英文', { help: '例：Holistic Smart Governance' }),
    synonyms: texts('同义词', { help: '各部门的其他叫法' }),
    source: text('出处', { help: '例：DB33/T 2350—2022' }),
    usedBy: refs('用在', ['*'], { help: '哪些对象用到这个词' }),
  },
})
