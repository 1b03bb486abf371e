import { choice, choices, date, duration, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 数据服务. */
export const serviceKind = defineKind({
  name: 'service',
  label: '数据服务',
  help: '把信息资源交给使用方的接口、库表交换或文件。',
  prefix: 'FW',
  step: 'R2',
  fields: {
    resource: ref('信息资源', ['resource'], { help: '提供哪个信息资源', required: true }),
    provider: ref('提供方', ['organisation'], { help: '谁提供', required: true }),
    methods: choices('提供方式', 'supplyMethod', { help: '接口、库表、文件，可多选', required: true }),
    consumerSystem: ref('使用系统', ['system'], { help: '给哪个系统用' }),
    request: refs('请求数据', ['dataItem'], { help: '调用时给出的数据' }),
    response: refs('返回数据', ['dataItem'], { help: '得到的数据' }),
    endpoint: text('接口地址', { help: '接口引用，如 /zjdata/v1/rs-01' }),
    state: choice('状态', 'serviceState', { help: '未开展、对接中、已对接、受阻等' }),
    authentication: text('认证方式', { help: '如 应用密钥' }),
    latency: duration('响应时间', { help: '承诺多快返回' }),
    volume: text('数据量', { help: '每天多少条' }),
    actualCycle: choice('实际更新', 'updateCycle', { help: '实际多久更新一次' }),
    evidence: text('联调证据', { help: '联调记录或报告' }),
    testedOn: date('联调日期', { help: '哪天联调通过' }),
    blockReason: choice('受阻原因', 'shareRejectReason', { help: '为什么接不通' }),
    nextStep: text('下一步', { help: '接下来做什么' }),
  },
})
