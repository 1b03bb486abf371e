import { choice, choices, flag, lines, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 系统. */
export const systemKind = defineKind({
  name: 'system',
  label: '系统',
  help: '已有的信息系统，或由本模型形成的目标系统。',
  prefix: 'XT',
  fields: {
    ownerOrganisation: ref('主管部门', ['organisation'], { help: '哪个部门主管这个系统', required: true }),
    level: choice('层级', 'orgLevel', { help: '统一建设到哪一级，例：省统建的系统选“省级”' }),
    network: choice('网络环境', 'networkZone', {
      help: '部署在政务内网、政务外网、互联网还是业务专网',
      required: true,
      source: sources.plan,
    }),
    systemStatus: choice('运行状态', 'systemStatus', { help: '建设中、运行中或停用' }),
    target: flag('目标系统', { help: '由本模型形成的系统填“是”，已有系统留空' }),
    covers: refs('覆盖模块', ['module'], { help: '目标系统支撑哪些业务模块' }),
    components: refs('使用组件', ['component'], { help: '用到哪些公共组件；强制类组件必须使用', source: sources.plan }),
    terminals: choices('终端', 'terminal', { help: '通过浙里办、浙政钉提供服务的在此选择', source: sources.plan }),
    builtBy: text('建设方式', { help: '例：省统建、县自建' }),
    irsCode: text('IRS 编码', { help: '在一体化数字资源系统（IRS）里登记的编码' }),
    integrations: lines(
      '系统集成',
      {
        system: ref('系统', ['system'], { help: '与哪个系统集成' }),
        mode: choices('方式', 'integrationMode', { help: '接口、库表、单点登录等，可以多选' }),
        direction: choice('方向', 'integrationDirection', { help: '双向、推送或拉取' }),
      },
      { help: '系统集成清单，一行写一个系统', source: sources.plan },
    ),
    infrastructure: lines(
      '基础设施依赖',
      {
        layer: text('层级', { help: '例：网络、云资源、中间件' }),
        name: text('依赖项', { help: '例：政务云主机' }),
        specification: text('用途规格', { help: '例：4 台，8 核 32G，部署应用服务' }),
        mode: text('建设方式', { help: '例：复用、新建、租用' }),
      },
      { help: '运行这个系统需要的网络、云资源和平台，一行写一项', source: sources.fourLists },
    ),
  },
})
