import type { Chance } from './chance.ts'

const regions = [
  '东湖',
  '西河',
  '南山',
  '北岭',
  '临江',
  '安平',
  '长兴',
  '永丰',
  '和美',
  '清溪',
  '云岭',
  '海门',
  '青田',
  '宁川',
  '嘉泽',
  '阳山',
]

const subjects = [
  '农村集体资产',
  '宅基地',
  '渔船',
  '食品经营',
  '建设工程',
  '不动产',
  '社会救助',
  '养老机构',
  '义务教育',
  '医疗保障',
  '道路运输',
  '排污许可',
  '消防安全',
  '企业开办',
  '水利工程',
  '林木采伐',
  '民办学校',
  '特种设备',
  '药品零售',
  '文化市场',
  '人才引进',
  '公积金',
  '就业创业',
  '退役军人',
  '残疾人服务',
  '婚姻登记',
  '户籍管理',
  '住房租赁',
  '城市更新',
  '项目招标',
  '统计调查',
  '信访事项',
  '网格巡查',
  '地质灾害',
  '畜禽养殖',
  '饮用水源',
]

const deeds = [
  '申请',
  '受理',
  '审核',
  '公示',
  '登记',
  '备案',
  '变更',
  '注销',
  '年检',
  '监管',
  '巡查',
  '抽查',
  '核验',
  '评估',
  '整改',
  '反馈',
  '办结',
  '归档',
]

const properties = [
  '名称',
  '统一社会信用代码',
  '编号',
  '状态',
  '类型',
  '面积',
  '金额',
  '日期',
  '有效期',
  '地址',
  '负责人',
  '联系电话',
  '证件号码',
  '等级',
  '数量',
  '来源',
  '用途',
  '位置坐标',
  '起止时间',
  '结果',
  '原因',
  '批次',
  '责任单位',
  '附件',
  '备注说明',
  '单价',
  '合同编号',
  '产权性质',
  '经营方式',
  '收益金额',
]

const bureaus = [
  '农业农村局',
  '市场监督管理局',
  '自然资源和规划局',
  '住房和城乡建设局',
  '民政局',
  '教育局',
  '卫生健康局',
  '医疗保障局',
  '交通运输局',
  '生态环境局',
  '应急管理局',
  '公安局',
  '财政局',
  '水利局',
  '人力资源和社会保障局',
  '文化和旅游局',
  '统计局',
  '司法局',
  '大数据发展管理局',
  '综合行政执法局',
]

const sentences = [
  '对相关主体的登记、变更、监督和服务实行全过程管理。',
  '依据法律法规和三定方案履行职责，按季度向上级部门报告进展。',
  '由牵头部门受理，协同部门在承诺时限内反馈意见。',
  '数据按日归集，发现不一致时由来源部门核实更正。',
  '面向群众和企业提供一次告知、一表申请、一窗受理的服务。',
]

/** Names as reform offices write them; which ones depends on the stream alone. Large documents repeat names, as catalogues do. */
export interface Names {
  readonly region: () => string
  readonly subject: () => string
  readonly deed: () => string
  readonly property: () => string
  readonly bureau: () => string
  readonly sentence: () => string
}

export function namesFrom(chance: Chance): Names {
  const from = (words: readonly string[]) => (): string => words[chance.below(words.length)] ?? ''
  return {
    region: from(regions),
    subject: from(subjects),
    deed: from(deeds),
    property: from(properties),
    bureau: from(bureaus),
    sentence: from(sentences),
  }
}
