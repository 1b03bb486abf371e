import { choice, choices, date, duration, flag, lines, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 数据服务. */
export const serviceKind = defineKind({
  name: 'service',
  label: '数据服务',
  help: '把信息资源交给使用方的接口、库表交换或文件。',
  prefix: 'FW',
  step: 'R2',
  source: sources.plan,
  fields: {
    resource: ref('信息资源', ['resource'], { help: '提供哪个信息资源', required: true }),
    provider: ref('提供方', ['organisation'], { help: '由哪个部门提供', required: true }),
    methods: choices('提供方式', 'supplyMethod', { help: '接口、库表、文件，可以多选', required: true, source: sources.plan }),
    consumerSystem: ref('使用系统', ['system'], { help: '给哪个系统用' }),
    request: refs('请求数据', ['dataItem'], { help: '调用时要给出的数据' }),
    response: refs('返回数据', ['dataItem'], { help: '调用后得到的数据' }),
    endpoint: text('接口地址', { help: '接口的引用，例：/zjdata/v1/rs-01；不写账号和密钥', source: sources.plan }),
    state: choice('对接状态', 'serviceState', { help: '未开展、对接中、联调通过、在用、受阻等' }),
    authentication: text('认证方式', { help: '例：应用密钥、国密双向认证；不写密钥本身' }),
    latency: duration('响应时间', { help: '承诺多快返回，例：10分钟' }),
    volume: text('数据量', { help: '例：每天约 2000 条' }),
    actualCycle: choice('实际更新', 'updateCycle', { help: '实际多久更新一次，用来与更新周期比较' }),
    evidence: text('联调证据', { help: '联调记录或报告的名称、编号' }),
    testedOn: date('联调日期', { help: '联调通过的日期' }),
    blockReason: choice('受阻原因', 'shareRejectReason', { help: '接不通时选择原因', source: sources.application }),
    nextStep: text('下一步', { help: '接下来做什么' }),
    runs: lines(
      '运行记录',
      {
        date: date('日期', { help: '统计的日期' }),
        updates: number('更新次数', { help: '实际更新了几次', unit: '次' }),
        expected: number('应更新次数', { help: '按更新周期应当几次', unit: '次' }),
        rows: number('更新数据量', { help: '更新了多少条', unit: '条' }),
        faulty: flag('存在质量问题', { help: '有质量问题填“是”' }),
        note: text('备注', { help: '例：上游系统升级，停更一天' }),
      },
      { help: '数据更新是否及时、有没有质量问题，一行写一次统计', source: sources.monitoring },
    ),
  },
})
