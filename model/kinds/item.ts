import { choice, choices, date, duration, flag, lines, longText, number, ref, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 业务事项. */
export const itemKind = defineKind({
  name: 'item',
  label: '业务事项',
  help: '最具体最基本的事项：一个牵头部门、一个触发条件、一个结果。还没有归类的事项可以先不放进单元。',
  prefix: 'SX',
  step: 'L4',
  source: sources.plan,
  parents: ['unit'],
  fields: {
    dimensions: choices('治理服务', 'itemDimension', { help: '治理、服务，可以同时标', required: true, source: sources.plan }),
    lead: ref('牵头部门', ['organisation'], { help: '只能有一个牵头部门', required: true }),
    assists: refs('协同部门', ['organisation'], { help: '参与办理的其他部门' }),
    levels: choices('行使层级', 'orgLevel', { help: '在哪几级办理，可以多选', source: sources.serviceItem }),
    basisText: longText('依据说明', { help: '依据的文字，例：《浙江省农村集体资产管理条例》第九条第三款' }),
    frequencyText: text('频次', { help: '例：每年一次、按需、从 3 月份开始每月一次' }),
    timeLimit: duration('承诺时限', { help: '对外承诺的办结时限，例：5工作日、≥15日', source: sources.serviceItem }),
    needs: refs('数据需求', ['dataItem'], { help: '办这件事需要哪些数据项', required: true, source: sources.plan }),
    assistRoles: lines(
      '协同角色',
      {
        organisation: ref('部门', ['organisation'], { help: '哪个部门' }),
        role: choice('角色', 'collaborationRole', { help: '牵头、配合、审批、数据提供或知会' }),
      },
      { help: '各部门在这件事里担任什么角色，一行写一个部门' },
    ),
    definition: longText('事项说明', { help: '这件事做什么、办到什么程度算办完', source: sources.fourLists }),
    itemType: choice('事项类型', 'itemType', {
      help: '政务服务事项的类型；内部、党务、协同事项选“非政务服务事项”',
      source: sources.serviceItem,
    }),
    bases: refs('依据', ['basis'], { help: '依据库中的文件和条款' }),
    trigger: text('触发条件', { help: '什么情况下开始办，例：合同到期前 90 天' }),
    result: text('办理结果', { help: '办完得到什么，例：村股份经济合作社证明书' }),
    outputs: texts('产出', { help: '办理中产生的材料或记录，例：资产台账' }),
    materials: refs('申请材料', ['material'], { help: '申请人要提交哪些材料' }),
    serviceObjects: choices('服务对象', 'serviceObject', { help: '面向自然人、企业法人等，可以多选', source: sources.serviceItem }),
    userRoles: texts('使用角色', { help: '哪些人办这件事，例：乡镇经办人、村会计', source: sources.fourLists }),
    chainStages: choices('执行链环节', 'executionChainStage', {
      help: '属于决策、执行、预警、监管、服务、督查、评价、反馈的哪些环节',
      source: sources.plan,
    }),
    variants: lines(
      '情形',
      { name: text('情形', { help: '例：变更法定代表人' }), condition: text('条件', { help: '什么时候属于这种情形' }) },
      { help: '同一事项的不同情形，一行写一种', source: sources.serviceItem },
    ),
    ...grouped({ group: '政务服务事项', source: sources.serviceItem }, serviceItemFields()),
    ...grouped(
      { group: '权责清单', source: sources.powers },
      {
        office: text('承办机构', { help: '承办的处室或下属单位，例：政策法规处' }),
        duties: longText('责任事项', { help: '受理、审查、决定、送达、监管各阶段的责任' }),
        accountability: longText('追责情形', { help: '哪些情形要追责' }),
      },
    ),
    english: text('英文名', { help: '供接口和系统使用，例：annualAssetInventory' }),
  },
})

/** The basic information of a 政务服务事项, in the order of the standard (domain §3.3). */
function serviceItemFields() {
  return {
    catalogCode: text('基本编码', { help: '国家基本目录的十二位编码，例：000131001000', source: sources.itemCoding }),
    localCatalogCode: text('地方基本编码', { help: '地方基本目录的编码' }),
    powerSource: text('权力来源', { help: '例：法定本级行使、上级下放' }),
    implementationCode: text('实施编码', { help: '三十一位，按文本填写，不要让表格软件变成数字', source: sources.itemCoding }),
    localImplementationCode: text('地方实施编码', { help: '地方实施清单的编码' }),
    handlingCode: text('业务办理项编码', { help: '三十三位，由实施编码加两位顺序号组成', source: sources.itemCoding }),
    itemState: choice('事项状态', 'itemState', { help: '在用、暂停或取消' }),
    itemVersion: text('事项版本', { help: '国家平台上的版本号，例：3' }),
    implementer: text('实施主体', { help: '名称与牵头部门不同时填写' }),
    implementerCode: text('实施主体编码', { help: '十八位统一社会信用代码；与牵头部门的相同时留空', source: sources.creditCode }),
    implementerNature: choice('实施主体性质', 'deptNature', { help: '法定机关、授权组织或受委托组织' }),
    entrusted: text('委托部门', { help: '受委托办理的，写委托的部门' }),
    legalLimit: duration('法定时限', { help: '法律法规规定的办结时限，例：20工作日' }),
    legalLimitNote: text('法定时限说明', { help: '例：不含公示、检验、鉴定时间' }),
    timeLimitNote: text('承诺时限说明', { help: '例：不含公示时间' }),
    acceptance: longText('受理条件', { help: '满足哪些条件可以受理' }),
    procedure: longText('办理流程', { help: '用文字写的办理流程；流程图在 L5 里画' }),
    caseType: choice('办件类型', 'caseType', { help: '即办件、承诺件或上报件' }),
    handling: text('办理形式', { help: '例：窗口办理、网上办理、快递申请' }),
    visits: number('到现场次数', { help: '办成要跑几次，不用跑填 0', unit: '次' }),
    fee: flag('是否收费', { help: '收费填“是”' }),
    feeBasis: text('收费依据', { help: '收费的文件和标准' }),
    specialProcedure: text('特别程序', { help: '例：听证、专家评审、现场勘验' }),
    place: text('办理地点时间', { help: '例：县政务服务中心 3 楼，工作日 8:30—17:00' }),
    online: text('网上办理地址', { help: '电脑端或移动端的办理地址' }),
    consult: text('咨询监督', { help: '咨询和监督投诉的电话或网址' }),
    effectiveFrom: date('计划生效日期', { help: '例：2026-07-01' }),
    effectiveUntil: date('计划取消日期', { help: '例：2028-12-31' }),
  }
}
