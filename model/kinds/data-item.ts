import { choice, choices, date, flag, longText, number, ref, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 数据项. */
export const dataItemKind = defineKind({
  name: 'dataItem',
  label: '数据项',
  help: '一个数据，整个模型里只说一次：含义、格式、来源、级别。',
  prefix: 'SJ',
  step: 'L8',
  source: sources.dataElement,
  fields: {
    english: text('英文名称', { help: '例：creditCode', source: sources.dataElement }),
    dataType: choice('数据类型', 'dataTypeGuide', { help: '字符型 C、数值型 N、日期型 D 等', source: sources.catalogue }),
    length: number('数据长度', { help: '占用的字节数，例：18', unit: '字节', source: sources.catalogue }),
    precision: number('小数位', { help: '数值型的小数位数，例：2', unit: '位' }),
    unit: text('计量单位', { help: '例：元、件、平方米', source: sources.dataElement }),
    valueDomain: text('值域', { help: '取值范围、编码规则或代码表名称，例：1相符 0不符', source: sources.dataElement }),
    resource: ref('权威信息资源', ['resource'], { help: '一数一源：以哪个信息资源里的为准' }),
    sourceOrganisation: ref('来源部门', ['organisation'], {
      help: '数据所属的部门；与信息资源的提供方相同时可以留空',
      source: sources.dataElement,
    }),
    sourceSystem: ref('来源系统', ['system'], { help: '数据所在的系统；与信息资源的所在系统相同时可以留空', source: sources.plan }),
    ...grouped(
      { group: '共享开放', source: sources.catalogue },
      {
        shareType: choice('共享类型', 'shareType', { help: '无条件、有条件或不予共享' }),
        shareCondition: text('共享条件或不予共享依据', { help: '有条件共享写条件，不予共享写法律法规依据' }),
        openType: choice('开放类型', 'openType', { help: '无条件、有条件（受限）或不予（禁止）开放' }),
        openCondition: text('开放条件', { help: '有条件开放时写条件，例：脱敏后开放' }),
        supplyMethod: choice('提供方式', 'supplyMethod', { help: '接口、库表、文件等' }),
        updateCycle: choice('更新周期', 'updateCycle', { help: '来源部门多久更新一次' }),
      },
    ),
    securityLevel: choice('安全级别', 'securityLevel', { help: 'L1 不敏感到 L4 敏感', required: true, source: sources.grading }),
    personalInfo: choice('个人信息', 'personalInfo', {
      help: '不含、一般个人信息或敏感个人信息',
      required: true,
      source: '《个人信息保护法》',
    }),
    structure: choice('数据形态', 'dataStructure', { help: '结构化数据，还是整份文档、图片' }),
    ...grouped(
      { group: '数据元', source: sources.dataElement },
      {
        definition: longText('定义', { help: '这个数据是什么意思，例：组织机构的唯一识别代码' }),
        identifier: text('数据元标识符', { help: '标准数据元的标识符，例：DE00001' }),
        format: text('数据格式', { help: '例：an..18、n..18,2、YYYYMMDD' }),
        objectClass: text('对象类词', { help: '例：法人、资产' }),
        representation: text('表示词', { help: '例：代码、日期、金额' }),
        sensitivity: choice('敏感属性', 'sensitiveFlag', { help: '敏感或不敏感' }),
        relation: text('关系', { help: '与其他数据元的关系，例：由区划代码导出' }),
        application: ref('所属应用', ['system'], { help: '数据元属于哪个应用' }),
        elementVersion: text('数据元版本', { help: '标准数据元的版本，例：1.0' }),
        publishedOn: date('发布日期', { help: '标准数据元的发布日期' }),
        dataClass: text('数据大类', { help: '例：法人类、自然人类' }),
      },
    ),
    standardCategory: choice('标准分类', 'standardCategory', { help: '国家标准、行业标准、地方标准等', source: sources.platform }),
    standardBasis: text('制定依据', { help: '依据的标准编号，例：GB 32100—2015', source: sources.platform }),
    nonStandard: flag('非标准数据', { help: '没有对应的标准数据元、需要标准化的填“是”', source: sources.platform }),
    valueList: ref('代码表', ['codeList'], { help: '值域是代码表时，选择本模型里的代码表' }),
    valueKind: choice('值域类别', 'valueRangeKind', { help: '无限制、自定义、码表或编码规则', source: sources.platform }),
    synonyms: texts('同义词', { help: '其他叫法，例：社会信用代码、信用代码' }),
    ...grouped({ group: '业务表字段', source: sources.platform }, tableFields()),
  },
})

/** The columns of a 业务表字段 list that no standard names (domain §2.2 c, h, m). */
function tableFields() {
  return {
    sample: text('样例', { help: '一个示例值，例：91110000101623741K；不要写真实的个人信息' }),
    secret: choice('涉密属性', 'secretLevel', { help: '本软件不得存放涉密数据，只能是“非涉密”' }),
    objectClasses: choices('基础信息分类', 'dataObjectClass', { help: '人、地、事、物、组织，最多选五个；选“其他”就不能选别的' }),
    primaryKey: flag('唯一标识', { help: '能唯一确定一条记录的填“是”' }),
    incremental: flag('增量字段', { help: '按它取增量数据的填“是”，例：更新时间' }),
    mandatory: flag('必填', { help: '不能为空的填“是”' }),
    ownProduced: flag('本业务产生', { help: '由本业务的流程产生的填“是”' }),
    granularity: text('数据粒度', { help: '例：按户、按村、按笔' }),
    collectionMethod: choice('采集方式', 'collectionMethod', { help: '人工录入、自动生成、逐级报送等' }),
    fusionRule: choice('多源优先规则', 'fusionPriority', { help: '多个来源不一致时以哪个为准：唯一性、时间性或从众性' }),
    fusionNote: text('多源取值说明', { help: '例：以公安为准，公安没有的取民政' }),
  }
}
