import { sources } from '../schema/sources.ts'

/** Where rules come from, by the short name under which they cite it. */
export const norms = {
  ...sources,
  /** 逐层拆解到最具体最基本的事项. */
  chain: `${sources.plan}（SR-L1）`,
  lead: `${sources.plan}：牵头部门`,
  duties: '“三定”方案、法律法规',
  inventory: 'DB3311/T 126—2020《政务部门核心业务梳理规范》',
  businessSheet: `${sources.platform}：主干业务清单`,
  fieldSheet: `${sources.platform}：业务表字段`,
  indicatorSheet: `${sources.platform}：指标汇总表`,
  resourceSheet: `${sources.platform}：信息资源目录`,
  /** 主项、子项、业务办理项. */
  smallestItem: '政务服务事项拆分规则：办理项为最小项',
  itemElements: '政务服务事项六项基本要素',
  duplicates: 'IRS 项目查重',
  sharingLaw: '《政务数据共享条例》',
  secrets: '《政务数据共享条例》、《保守国家秘密法》',
  privacy: '《个人信息保护法》',
  zones: `${sources.plan}：政务内网和外网分别部署`,
  oneSource: '一数一源',
  hiddenCharacters: 'UTS 39：不可见字符',
  terms: 'DB33/T 2350—2022《数字化改革术语定义》',
  modelling: '建模常规',
  ours: '建议',
} as const
