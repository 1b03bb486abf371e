/** Where fields come from, by the short name under which the declarations cite it. A field without a source is ours. */
export const sources = {
  plan: '《浙江省数字化改革总体方案》',
  /** 核心元数据. */
  catalogue: '《政务信息资源目录编制指南（试行）》（发改高技〔2017〕1272号）',
  /** 7 基本属性, 10 扩展属性. */
  dataElement: 'DB33/T 2426—2022《公共数据元管理规范》',
  grading: 'DB33/T 2351—2021《公共数据分类分级指南》',
  /** 政务服务事项基本信息. */
  serviceItem: '国家政务服务平台标准 C0109',
  itemCoding: 'GB/T 39554.1—2020',
  powers: '权责清单',
  creditCode: 'GB 32100—2015',
  region: 'GB/T 2260、GB/T 10114',
  /** Templates of a municipal platform that is in use (domain §2.2 a–f, m). */
  platform: '市级政务数据平台业务模型模板',
  application: '市级政务数据平台共享申请单',
  catalogueSheet: '部门信息资源普查模板',
  monitoring: '系统运行明细表',
  oneThing: '国办发〔2025〕24号',
  threeLists: '三张清单',
  fourLists: 'V 字模型四张清单',
  bpmn: 'BPMN 2.0',
} as const
