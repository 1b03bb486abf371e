import { choice, flag, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 部门. */
export const organisationKind = defineKind({
  name: 'organisation',
  label: '部门',
  help: '党政机关、事业单位、社会组织、企业或群众等参与主体。',
  prefix: 'BM',
  parents: ['organisation'],
  fields: {
    shortName: text('简称', { help: '流程和表格里用的名称，如 县农业农村局' }),
    subjectType: choice('主体类别', 'orgSubject', { help: '按改革主体分类', source: '浙江省数字化改革总体方案' }),
    level: choice('层级', 'orgLevel', { help: '省、市、县、乡、村' }),
    regionCode: text('区划代码', { help: '六位或十二位', source: 'GB/T 2260' }),
    creditCode: text('统一社会信用代码', { help: '十八位，末位为校验码', source: 'GB 32100—2015' }),
    alternateCodes: texts('其他代码', { help: '不同清单里用过的其他部门代码' }),
    nature: choice('实施主体性质', 'deptNature', { help: '法定机关、授权组织或受委托组织', source: '国家政务服务平台标准 C0109' }),
    contact: text('联系人', { help: '姓名和电话' }),
    illustrative: flag('示意', { help: '示意机构填“是”' }),
  },
})
