import { choice, date, flag, lines, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 共享清单条目. */
export const sharingKind = defineKind({
  name: 'sharing',
  label: '共享清单条目',
  help: '一条数据需求由谁、从哪里、用什么方式共享给谁，办到了哪一步。',
  prefix: 'GX',
  step: 'R1',
  source: sources.plan,
  fields: {
    requirement: ref('数据需求', ['requirement'], { help: '满足哪条需求', required: true, whenGone: 'remove' }),
    provider: ref('来源部门', ['organisation'], { help: '数据所属的部门', required: true, source: sources.plan }),
    providerSystem: ref('来源系统', ['system'], { help: '数据所在的系统', required: true, source: sources.plan }),
    resource: ref('信息资源', ['resource'], { help: '来自哪个信息资源' }),
    service: ref('数据服务', ['service'], { help: '通过哪个接口、库表交换或文件服务' }),
    consumerOrganisation: ref('使用部门', ['organisation'], { help: '共享给哪个部门', required: true }),
    consumerSystem: ref('使用系统', ['system'], { help: '给哪个系统用' }),
    shareType: choice('共享类型', 'shareType', { help: '无条件、有条件或不予共享', required: true, source: sources.catalogue }),
    condition: text('条件或依据', { help: '有条件共享写条件，不予共享写依据', source: sources.catalogue }),
    method: choice('提供方式', 'supplyMethod', { help: '接口、库表、文件等', required: true, source: sources.plan }),
    state: choice('进展', 'rightLegStatus', { help: '已列入、已申请、已确认、已授权、已对接、已在用或受阻', required: true }),
    applyStatus: choice('申请进度', 'shareApplyStatus', { help: '在共享平台上办到哪一步，与平台显示的一致', source: sources.application }),
    appliedOn: date('申请日期', { help: '提交申请的日期' }),
    connectedOn: date('对接日期', { help: '联调通过的日期' }),
    history: lines(
      '进展记录',
      {
        date: date('日期', { help: '哪一天' }),
        state: choice('进展', 'rightLegStatus', { help: '到了哪一步' }),
        note: text('说明', { help: '发生了什么，例：提供方要求补正函件' }),
      },
      { help: '进展的每次变化，一行写一次' },
    ),
    ...grouped(
      { group: '受阻与跨网' },
      {
        blockReason: choice('受阻原因', 'shareRejectReason', { help: '办不下去时选择原因', source: sources.application }),
        blockNote: text('受阻说明', { help: '具体情况，例：国垂系统，需省级统一申请' }),
        nextStep: text('下一步', { help: '接下来做什么' }),
        nextActor: ref('下一步由谁', ['organisation'], { help: '轮到哪个部门办' }),
        route: choice('跨网路径', 'crossNetworkRoute', { help: '来源与使用系统不在同一网络时，怎样交换' }),
        authorisation: text('授权依据', { help: 'L4 数据等需要的授权文书，例：集体经济组织书面授权' }),
        crossLevel: flag('跨层级', { help: '来源部门的层级高于使用部门的填“是”' }),
        returnFlow: flag('回流', { help: '由上级系统回流的数据填“是”', source: '《政务数据共享条例》' }),
      },
    ),
    ...grouped({ group: '申请单', source: sources.application }, applicationFields()),
  },
})

/** What the application form of a platform asks for (domain §2.2 g). Passwords and accounts are no part of it. */
function applicationFields() {
  return {
    applicationName: text('申请名称', { help: '例：三资智管应用共享人口基础信息的申请' }),
    applicationCode: text('申请编码', { help: '平台给出的申请单编号' }),
    applicationType: text('申请类型', { help: '例：支撑本单位业务、系统初始化、平台对接' }),
    needType: text('需求类型', { help: '有事项或无事项' }),
    item: ref('关联业务事项', ['item'], { help: '为哪个事项申请' }),
    applicant: text('联系人', { help: '姓名和办公电话' }),
    domain: text('业务应用领域', { help: '例：农业农村' }),
    scenario: text('应用场景', { help: '用在什么场景，例：承租人资格核验' }),
    usage: text('业务用途', { help: '用来做什么，例：签约前核验' }),
    dataUse: text('数据用途', { help: '例：查询核验、统计分析' }),
    passId: text('应用 passid', { help: '平台给应用系统的编号，不写密钥' }),
    frequency: text('期望频率', { help: '推送或调用的频率，例：每天 2 点推送、每日约 500 次调用' }),
    finishBy: date('期望完成时间', { help: '希望在哪一天前完成' }),
    validUntil: date('使用期限', { help: '用到哪一天' }),
    effect: text('预期成效', { help: '会带来什么，例：少交 2 份材料' }),
    letter: text('申请函件', { help: '函件的文号和名称' }),
    vendor: text('技术厂商', { help: '厂商名称、联系人和电话' }),
    pushMechanism: text('推送机制', { help: '例：增量推送，按更新时间' }),
    pushFields: text('推送字段', { help: '需要推送的字段；全部字段可以留空' }),
    pushTarget: text('推送目标', { help: '目标库的类型和名称，不写地址、账号和口令' }),
  }
}
