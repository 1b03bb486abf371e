import type { Lookups } from '../document/lookups.ts'
import type { View } from '../method/define-fact.ts'

/** A number that a rule compares with; people change it in the settings of the document. */
export interface Threshold {
  readonly label: string
  readonly unit: string
  readonly usual: number
}

/** Every threshold, under its key in `settings.thresholds`. Those of the plan are its targets; the others are ours. */
export const thresholds = {
  itemNeeds: { label: '一个事项的数据需求最多', unit: '项', usual: 12 },
  itemFlows: { label: '一个事项出现的流程最多', unit: '个', usual: 3 },
  similarNames: { label: '事项名称相似到多少要提示', unit: '%', usual: 80 },
  offices: { label: '一项核心业务的处室最多', unit: '个', usual: 3 },
  longestName: { label: '名称最长', unit: '字', usual: 60 },
  updateRate: { label: '数据更新及时率不低于', unit: '%', usual: 95 },
  oneThingDepartments: { label: '“一件事”涉及的部门不少于', unit: '个', usual: 2 },
  satisfaction: { label: '数据共享需求满足率目标', unit: '%', usual: 99 },
  minuteSatisfaction: { label: '分钟级数据共享需求满足率目标', unit: '%', usual: 90 },
  eventGroups2021: { label: '主要领域核心业务事件组构建率目标（2021年）', unit: '%', usual: 40 },
  eventGroups2022: { label: '主要领域核心业务事件组构建率目标（2022年）', unit: '%', usual: 80 },
  crossApplications2021: { label: '跨部门多业务协同应用目标（2021年）', unit: '个', usual: 3 },
  crossApplications2022: { label: '跨部门多业务协同应用目标（2022年）', unit: '个', usual: 6 },
} as const satisfies { readonly [key: string]: Threshold }

export type ThresholdKey = keyof typeof thresholds

/** Where a rule with a threshold looks: an edit of the settings concerns everything it is on. */
export const thresholdSettings = ['all document', 'settings'] as const

/** Read once for each state of the document, which its lookups stand for. */
const known = new WeakMap<Lookups, Settings>()

type Settings = { readonly [key: string]: unknown }

/** The threshold as the document sets it, else the usual one. Numbers below zero are no thresholds. */
export function thresholdIn(view: View, key: ThresholdKey): number {
  const set = settingsIn(view)['thresholds']
  const value = typeof set === 'object' && set !== null ? (set as { readonly [key: string]: unknown })[key] : undefined
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : thresholds[key].usual
}

/** The settings of the document; empty when it has none. */
export function settingsIn(view: View): Settings {
  const found = known.get(view.lookups) ?? readSettings(view)
  known.set(view.lookups, found)
  return found
}

function readSettings(view: View): Settings {
  for (const id of view.lookups.allOf('document')) {
    const settings = view.get(id)?.['settings']
    return typeof settings === 'object' && !Array.isArray(settings) ? (settings as Settings) : {}
  }
  return {}
}
