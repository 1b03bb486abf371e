import { membersIn } from '#model/method/reading.ts'
import type { Element, Line } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import type { ServiceInterface } from '../../data-sets/data-set.ts'
import type { Loss } from '../../define-exporter.ts'
import { officeList, type OfficeList } from './list-sheet.ts'
import type { Reader } from './reader.ts'

/** A line: what two systems have to do with each other, as a system declares it or as a service shows it. */
interface Integration {
  readonly element: Element
  readonly system: Element | undefined
  readonly other: Element | undefined
  readonly mode: string
  readonly direction: string
  readonly service: ServiceInterface | undefined
}

/** 系统集成清单 of the systems that use the services, with what they declare and what the services show. */
export function integrationList(
  parts: {
    readonly services: readonly ServiceInterface[]
    readonly systems: readonly Element[]
    readonly isInside: (system: Element) => boolean
  },
  reader: Reader,
  losses: Loss[],
): OfficeList {
  const { said, at, wording } = reader
  const lines = [
    ...parts.systems
      .flatMap(system => declared(system, reader, wording))
      .filter(({ other }) => other !== undefined && parts.isInside(other)),
    ...parts.services.map(service => shown(service, reader, wording)).filter(({ system, other }) => system !== other),
  ]
  return officeList(
    { name: '系统集成清单', hint: `共 ${lines.length} 条；“依据”说明来自系统的集成清单，还是由数据服务推出。`, kept: 1 },
    [
      { title: '使用系统', width: 28, read: ({ system }) => system?.name ?? '' },
      { title: '使用系统网络', width: 12, read: ({ system }) => said(system, 'network') },
      { title: '对接系统', width: 28, read: ({ other }) => other?.name ?? '' },
      { title: '主管部门', width: 24, read: ({ other }) => at(other, 'ownerOrganisation')?.name ?? '' },
      { title: '对接系统网络', width: 12, read: ({ other }) => said(other, 'network') },
      { title: 'IRS 编码', width: 16, read: ({ other }) => said(other, 'irsCode') },
      { title: '集成方式', width: 18, read: ({ mode }) => mode },
      { title: '方向', width: 8, read: ({ direction }) => direction },
      { title: '数据服务', width: 28, read: ({ service }) => service?.element.name ?? '' },
      { title: '信息资源', width: 26, read: ({ service }) => service?.dataSet.element.name ?? '' },
      { title: '接口路径', width: 24, read: ({ service }) => service?.path ?? '' },
      { title: '认证方式', width: 16, read: ({ service }) => said(service?.element, 'authentication') },
      { title: '响应时间', width: 12, read: ({ service }) => said(service?.element, 'latency') },
      { title: '对接状态', width: 12, read: ({ service }) => said(service?.element, 'state') },
      { title: '依据', width: 14, read: ({ service }) => (service ? '数据服务' : '系统集成清单') },
    ],
    lines,
    losses,
  )
}

function declared(system: Element, { view }: Reader, wording: Wording): Integration[] {
  return ((system['integrations'] as readonly Line[] | undefined) ?? []).map(line => ({
    element: system,
    system,
    other: view.get(String(line['system'] ?? '')),
    mode: ((line['mode'] as readonly string[] | undefined) ?? []).map(one => wording.labelOf('integrationMode', one)).join('；'),
    direction: line['direction'] === undefined ? '' : wording.labelOf('integrationDirection', String(line['direction'])),
    service: undefined,
  }))
}

const shown = (service: ServiceInterface, { at }: Reader, wording: Wording): Integration => ({
  element: service.element,
  system: at(service.element, 'consumerSystem'),
  other: service.dataSet.system,
  mode: membersIn(service.element, 'methods')
    .map(one => wording.labelOf('supplyMethod', one))
    .join('；'),
  direction: '',
  service,
})
