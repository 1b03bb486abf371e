import { choice, choices, flag, lines, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 系统. */
export const systemKind = defineKind({
  name: 'system',
  label: '系统',
  help: '已有的信息系统，或本模型要形成的目标系统。',
  prefix: 'XT',
  fields: {
    ownerOrganisation: ref('主管部门', ['organisation'], { help: '谁负责这个系统', required: true }),
    level: choice('层级', 'orgLevel', { help: '统建到哪一级' }),
    network: choice('网络环境', 'networkZone', { help: '部署在哪个网络', required: true }),
    systemStatus: choice('运行状态', 'systemStatus', { help: '建设中、运行中或停用' }),
    target: flag('目标系统', { help: '由本模型形成的系统填“是”；已有系统留空' }),
    covers: refs('覆盖模块', ['module'], { help: '目标系统支撑哪些业务模块' }),
    components: refs('使用组件', ['component'], { help: '用到哪些公共组件' }),
    terminals: choices('终端', 'terminal', { help: '浙里办、浙政钉' }),
    builtBy: text('建设方式', { help: '如 省统建、县自建' }),
    irsCode: text('IRS 编码', { help: '一体化数字资源系统里的编码' }),
    integrations: lines(
      '系统集成',
      {
        system: ref('系统', ['system'], { help: '与哪个系统集成' }),
        mode: text('方式', { help: '如 接口、库表、单点登录' }),
        direction: choice('方向', 'integrationDirection', { help: '双向、推送或拉取' }),
      },
      { help: '系统集成清单，一行一个系统' },
    ),
  },
})
