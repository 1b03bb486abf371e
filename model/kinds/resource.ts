import { choice, choices, date, flag, longText, ref, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 信息资源. */
export const resourceKind = defineKind({
  name: 'resource',
  label: '信息资源',
  help: '部门目录里的一项信息资源，如一张表、一个接口。',
  prefix: 'ZY',
  step: 'R1',
  fields: {
    provider: ref('提供方', ['organisation'], {
      help: '谁提供',
      required: true,
      source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）',
    }),
    system: ref('所在系统', ['system'], { help: '数据在哪个系统里' }),
    catalogCode: text('信息资源代码', { help: '分类码加顺序码', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    format: choice('信息资源格式', 'resourceFormat', {
      help: '数据库、电子文件等',
      source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）',
    }),
    attributeClass: choice('资源属性', 'resourceAttributeClass', {
      help: '基础、主题或部门',
      source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）',
    }),
    summary: longText('摘要', { help: '这项资源有什么', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    items: refs('信息项', ['dataItem'], { help: '包含哪些数据项', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    shareType: choice('共享类型', 'shareType', {
      help: '无条件、有条件或不予共享',
      source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）',
    }),
    shareCondition: text('共享条件或不予共享依据', { help: '条件或依据', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    shareMode: choice('共享方式', 'shareMode', {
      help: '共享平台或邮件介质',
      source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）',
    }),
    openType: choice('开放类型', 'openType', { help: '是否向社会开放', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    openCondition: text('开放条件', { help: '有条件开放的条件', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    updateCycle: choice('更新周期', 'updateCycle', { help: '多久更新一次', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    publishedOn: date('发布日期', { help: '目录发布日期', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    relatedCodes: texts('关联资源代码', { help: '相关的信息资源', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    classification: text('信息资源分类', { help: '类、项、目、细目', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
    scope: choice('数据范围', 'dataScope', { help: '全域、本级或下级', source: '共享平台业务模型模板' }),
    tags: texts('资源标签', { help: '最多五个', source: '共享平台业务模型模板' }),
    office: text('所属处室', { help: '管理处室', source: '共享平台业务模型模板' }),
    collectionMethod: choice('采集方式', 'collectionMethod', { help: '数据怎么来的' }),
    syncMechanism: choice('同步机制', 'syncMechanism', { help: '增量或全量', source: '共享平台业务模型模板' }),
    physicalDelete: flag('物理删除', { help: '源表会删除记录填“是”', source: '共享平台业务模型模板' }),
    securityLevel: choice('安全级别', 'securityLevel', { help: 'L1 到 L4' }),
    dimension: choices('分类维度', 'classificationDimension', { help: '公共数据分类维度', source: 'DB33/T 2351—2021' }),
    location: text('在线链接', { help: '在线资源地址', source: '政务信息资源目录编制指南（发改高技〔2017〕1272号）' }),
  },
})
