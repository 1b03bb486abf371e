import { choice, flag, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 部门. */
export const organisationKind = defineKind({
  name: 'organisation',
  label: '部门',
  help: '党政机关、事业单位、社会组织、企业或群众等参与主体；内设处室写在所属部门下面。',
  prefix: 'BM',
  parents: ['organisation'],
  fields: {
    shortName: text('简称', { help: '流程图和表格里使用的名称，例：县农业农村局' }),
    subjectType: choice('主体类别', 'orgSubject', { help: '按改革主体分类，例：政府、群团、公共企事业单位', source: sources.plan }),
    level: choice('层级', 'orgLevel', { help: '省级、市级、县级、乡镇级或村级' }),
    regionCode: text('区划代码', { help: '六位或十二位代码，例：330106、330106001000', source: sources.region }),
    creditCode: text('统一社会信用代码', { help: '十八位，最后一位是校验码，例：91110000101623741K', source: sources.creditCode }),
    alternateCodes: texts('其他代码', { help: '不同清单里给这个部门用过的其他代码，每个一条' }),
    nature: choice('实施主体性质', 'deptNature', { help: '法定机关、授权组织或受委托组织', source: sources.serviceItem }),
    contact: text('联系人', { help: '姓名和办公电话，例：张三 0571-87000000' }),
    illustrative: flag('示意', { help: '虚构的机构填“是”' }),
  },
})
