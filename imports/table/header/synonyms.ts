import { itemWords } from './item-words.ts'

/**
 * Words that headers of real lists use for our fields, besides the labels of the fields themselves; compared as `headerKey`
 * says, several to a line, parted by blanks. `@organisation`, `@group`, `@organisationCode`, `@region` and `@ignore` are columns that are not fields; `….unit` is
 * the unit of a field beside it.
 */
export const synonyms: { readonly [kind: string]: { readonly [field: string]: readonly string[] } } = {
  item: itemWords,
  organisation: {
    name: [
      '部门名称 单位名称 机构名称 名称 部门 单位 机构 主体名称 机关名称 组织名称',
      'name deptname orgname organisationname organizationname department organisation organization',
    ],
    shortName: ['简称', '部门简称', '单位简称', '机构简称', 'shortname'],
    subjectType: ['主体类别', '机构类型', '单位类型', '单位性质', '机构类别'],
    level: ['层级', '级别', '行政层级', '机构级别'],
    creditCode: ['统一社会信用代码', '信用代码', '机构编码', '社会信用代码', 'creditcode', 'uscc'],
    alternateCodes: ['其他代码', '部门编码', '单位编码', '组织机构代码'],
    regionCode: ['区划编码', '行政区划编码', '行政区划', 'regioncode', 'areacode'],
    nature: ['实施主体性质', '主体性质'],
    contact: ['联系人', '联系方式', '联系电话', '联络人', '电话', 'contact'],
    note: ['备注', '说明', 'remark', 'note'],
    '@ignore': ['序号', '编号', 'no', 'id'],
  },
  dataItem: {
    name: [
      '数据项名称 数据项 信息项名称 信息项 字段名称 字段中文名称 字段中文名 中文名称 中文名 数据元名称 数据元',
      '数据项目名称 数据名称 数据项中文名称 field fieldname dataitem dataitemname dataelement columnname',
    ],
    english: ['英文名称', '英文名', '字段英文名称', '字段英文名', '字段名', '字段编码', '数据项英文名称', 'english', 'englishname'],
    dataType: ['数据类型', '类型', '字段类型', '数据项类型', 'datatype', 'type'],
    length: ['数据长度', '长度', '字段长度', 'length'],
    precision: ['小数位', '精度', '小数位数', 'precision'],
    valueDomain: ['值域', '取值范围', '值域范围', '字典项', '代码表', 'valuedomain'],
    definition: ['定义', '字段描述', '数据定义', '描述', '数据项说明', '业务含义', 'definition', 'description'],
    sourceOrganisation: ['来源部门', '数源部门', '提供部门', '提供单位', '责任部门', '数据来源部门', '数据提供方', '所属部门'],
    sourceSystem: ['来源系统', '数源系统', '所属系统', '来源信息系统'],
    shareType: ['共享类型', '共享属性', '共享方式类型'],
    openType: ['开放类型', '开放属性'],
    updateCycle: ['更新周期', '更新频率', '更新频次'],
    mandatory: ['必填', '是否必填', '是否为空', '必填项'],
    primaryKey: ['唯一标识', '是否主键', '主键'],
    sample: ['样例', '示例', '样例数据', '示例数据'],
    note: ['备注', '说明', 'remark', 'note'],
    '@ignore': ['序号', '编号', 'no', 'id'],
  },
  system: {
    name: [
      '系统名称 信息系统名称 应用名称 系统 信息系统 应用系统 应用系统名称 业务系统 业务系统名称 平台名称',
      'system systemname application',
    ],
    ownerOrganisation: [
      '主管部门',
      '建设单位',
      '所属部门',
      '责任部门',
      '归口部门',
      '责任单位',
      '所属单位',
      '建设部门',
      '使用单位',
      'owner',
    ],
    systemStatus: ['运行状态', '系统状态', '状态', '使用状态', '建设状态', 'status'],
    network: ['网络环境', '部署网络', '所在网络', '网络', '部署环境', 'network'],
    level: ['层级', '建设层级', '系统层级'],
    builtBy: ['建设方式', '建设模式'],
    irsCode: ['irs编码', 'irs编号', '应用编码', '系统编码'],
    note: ['备注', '说明', '系统说明', '系统简介', '功能描述', '主要功能', 'remark', 'note'],
    '@ignore': ['序号', '编号', 'no', 'id'],
  },
  indicator: {
    name: ['指标名称', '指标', '指标项', '指标项名称', '考核指标', '三级指标', '二级指标', 'indicator', 'indicatorname', 'kpi'],
    unit: ['计量单位', '单位', '指标单位', '度量单位', 'unit'],
    caliber: [
      '指标口径',
      '口径',
      '指标说明',
      '统计口径',
      '指标定义',
      '指标解释',
      '计算方法',
      '计算方式',
      '指标公式',
      '计算公式',
      'definition',
    ],
    period: ['统计周期', '周期', '统计频次', '频率', '更新周期', '考核周期', 'period'],
    target: ['目标值', '目标', '指标值', '考核目标', 'target'],
    lead: ['责任部门', '责任单位', '牵头部门', '牵头单位', '主管部门', '所属部门', 'owner'],
    category: ['指标分类', '指标类别', '分类', '一级指标'],
    note: ['备注', '说明', 'remark', 'note'],
    '@ignore': ['序号', '编号', 'no', 'id'],
  },
}

/** Name columns that say less than another: where the list has a finer one, they are its groups. The finest first. */
export const nameRanks: readonly (readonly string[])[] = [
  ['业务办理项名称', '业务办理项', '办理项名称', '三级指标'],
  ['子项名称', '子项', '二级事项', '二级指标'],
]

/** Titles that tell what a list is about where its header alone does not. */
export const subjects: readonly (readonly [kind: string, RegExp])[] = [
  ['item', /事项|权责|权力|职权|服务清单|责任清单/u],
  ['organisation', /(?:机构|单位|部门|组织)(?:名录|名单|列表|一览表|目录|信息|表|清单)/u],
  ['system', /系统|应用|平台/u],
  ['dataItem', /数据项|数据元|信息项|字段|数据清单|数据需求/u],
  ['indicator', /指标/u],
]

/** Group names that mean that nobody has sorted the item yet. */
export const unsortedGroups: readonly string[] = ['未分类', '无', '其他', '其它', '暂无', '-', '/', '—', '——', '不分主项', '无主项']
