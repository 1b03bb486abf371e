import { text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 保存的视图. */
export const savedViewKind = defineKind({
  name: 'savedView',
  label: '保存的视图',
  help: '一张表的列、筛选和排序。',
  prefix: 'ST',
  fields: {
    of: text('对象', { help: '对象类别，如 item' }),
    columns: texts('列', { help: '显示哪些列' }),
    filter: text('筛选', { help: '筛选条件' }),
    sort: text('排序', { help: '排序方式' }),
    group: text('分组', { help: '按什么分组' }),
  },
})
