import { choice, choices, date, flag, longText, ref, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 信息资源. */
export const resourceKind = defineKind({
  name: 'resource',
  label: '信息资源',
  help: '部门目录里的一项信息资源，例：一张表、一个接口、一类文件。',
  prefix: 'ZY',
  step: 'R1',
  source: sources.catalogue,
  fields: {
    provider: ref('提供方', ['organisation'], { help: '由哪个部门提供', required: true, source: sources.catalogue }),
    system: ref('所在系统', ['system'], { help: '数据在哪个系统里', source: sources.plan }),
    ...grouped(
      { group: '目录核心元数据', source: sources.catalogue },
      {
        catalogCode: text('信息资源代码', { help: '分类码加顺序码，例：30701/000012' }),
        format: choice('信息资源格式', 'resourceFormat', { help: '数据库、电子文件、电子表格、服务接口等' }),
        attributeClass: choice('资源属性', 'resourceAttributeClass', { help: '基础、主题或部门信息资源' }),
        summary: longText('摘要', { help: '这项资源有什么、从什么时候开始有' }),
        items: refs('信息项', ['dataItem'], { help: '包含哪些数据项' }),
        shareType: choice('共享类型', 'shareType', { help: '无条件、有条件或不予共享' }),
        shareCondition: text('共享条件或不予共享依据', { help: '有条件共享写条件，不予共享写法律法规依据' }),
        shareMode: choice('共享方式', 'shareMode', { help: '共享平台方式，还是邮件、介质方式' }),
        openType: choice('开放类型', 'openType', { help: '是否向社会开放：无条件、有条件（受限）或不予（禁止）开放' }),
        openCondition: text('开放条件', { help: '有条件开放时写条件' }),
        updateCycle: choice('更新周期', 'updateCycle', { help: '实时、每日、每月等' }),
        publishedOn: date('发布日期', { help: '目录发布的日期' }),
        relatedCodes: texts('关联资源代码', { help: '相关信息资源的代码' }),
        classification: text('信息资源分类', { help: '写到类、项、目、细目，例：部门信息资源/农业农村/集体资产' }),
        location: text('在线链接', { help: '在线资源的地址' }),
      },
    ),
    ...grouped({ group: '信息资源目录', source: sources.platform }, catalogueFields()),
    ...grouped({ group: '数据资源', source: sources.platform }, dataFields()),
    ...grouped({ group: '普查', source: sources.catalogueSheet }, surveyFields()),
    securityLevel: choice('安全级别', 'securityLevel', { help: 'L1 不敏感到 L4 敏感；按所含数据项的最高级别', source: sources.grading }),
    dimension: choices('分类维度', 'classificationDimension', { help: '数据管理、业务应用、安全保护、数据对象', source: sources.grading }),
  },
})

/** The catalogue columns a platform adds to the guide (domain §2.2 b, e). */
function catalogueFields() {
  return {
    department: ref('所属部门', ['organisation'], { help: '与提供方不同时填写，例：提供方是市平台、所属部门是县资规局' }),
    office: text('所属处室', { help: '管理这项资源的处室' }),
    coreBusiness: ref('所属主干业务', ['coreBusiness'], { help: '属于哪项核心业务' }),
    duty: text('处室业务职责', { help: '处室与这项资源有关的职责' }),
    scope: choice('数据范围', 'dataScope', { help: '全域、本级或下级' }),
    tags: texts('资源标签', { help: '最多五个，每个不超过十个字' }),
    objectClasses: choices('基础信息分类', 'dataObjectClass', { help: '人、地、事、物、组织，最多选五个；选“其他”就不能选别的' }),
    scenes: refs('关联业务场景', ['scene'], { help: '用在哪些场景' }),
    sourceScene: text('来源业务场景', { help: '数据在什么场景里产生' }),
    informationClass: text('关联信息类', { help: '例：法人信息、空间信息' }),
    standards: texts('参考标准', { help: '例：NY/T 2537—2014' }),
  }
}

/** The columns with which a data resource is hung into a catalogue (domain §2.2 f). */
function dataFields() {
  return {
    mounted: text('挂接资源名称', { help: '库表名或接口名，例：T_ASSET_LEDGER' }),
    businessObject: text('所属业务对象', { help: '父对象/子对象，例：村集体/资产' }),
    sceneClass: choice('应用场景分类', 'sceneClass', { help: '政务服务、公共服务、监管或其他' }),
    producedBy: refs('数据所属事项', ['item'], { help: '数据在办理哪些事项时产生' }),
    spatialRange: text('空间范围', { help: '例：全县' }),
    timeRange: text('数据时间范围', { help: '例：2018 年至今' }),
    syncMechanism: choice('同步机制', 'syncMechanism', { help: '增量或全量' }),
    syncCycle: choice('同步频率', 'updateCycle', { help: '多久同步一次' }),
    physicalDelete: flag('物理删除', { help: '源表会删除记录的填“是”' }),
    online: flag('已上线', { help: '在平台上可以申请的填“是”' }),
  }
}

/** The columns of the survey of departments (domain §2.2 j). */
function surveyFields() {
  return {
    collectionMethod: choice('采集方式', 'collectionMethod', { help: '人工录入、自动生成、逐级报送等' }),
    management: text('管理方式', { help: '例：集中管理、分散管理' }),
    ownership: text('权属关系', { help: '例：本部门所有、上级部门所有' }),
    secret: choice('涉密属性', 'secretLevel', { help: '本软件不得存放涉密内容，只能是“非涉密”' }),
  }
}
