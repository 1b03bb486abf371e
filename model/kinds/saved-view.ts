import { text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 保存的视图. */
export const savedViewKind = defineKind({
  name: 'savedView',
  label: '保存的视图',
  help: '一张表的列、筛选和排序，保存下来随时再用。',
  prefix: 'ST',
  fields: {
    of: text('对象', { help: '对象类别的编号，例：item 是业务事项' }),
    columns: texts('列', { help: '显示哪些列' }),
    filter: text('筛选', { help: '筛选条件' }),
    sort: text('排序', { help: '按哪一列、什么顺序' }),
    group: text('分组', { help: '按哪一列分组' }),
  },
})
