/** A checklist of the method: which kind of element stands on which sheet, in the order of the V. */
export interface Checklist {
  readonly kind: string
  readonly sheet: string
  readonly leg: 'left' | 'right' | 'reference'
}

/** Sheet names are fixed, so that a workbook that comes back is found by them. */
export const checklists: readonly Checklist[] = [
  { kind: 'coreBusiness', sheet: '核心业务清单', leg: 'left' },
  { kind: 'module', sheet: '业务模块清单', leg: 'left' },
  { kind: 'unit', sheet: '业务单元清单', leg: 'left' },
  { kind: 'item', sheet: '业务事项清单', leg: 'left' },
  { kind: 'flow', sheet: '业务流程清单', leg: 'left' },
  { kind: 'step', sheet: '流程环节清单', leg: 'left' },
  { kind: 'link', sheet: '环节流转清单', leg: 'left' },
  { kind: 'collaboration', sheet: '协同关系清单', leg: 'left' },
  { kind: 'indicator', sheet: '指标清单', leg: 'left' },
  { kind: 'dataItem', sheet: '数据项清单', leg: 'left' },
  { kind: 'requirement', sheet: '数据需求清单', leg: 'left' },
  { kind: 'resource', sheet: '信息资源清单', leg: 'right' },
  { kind: 'sharing', sheet: '数据共享清单', leg: 'right' },
  { kind: 'service', sheet: '数据服务清单', leg: 'right' },
  { kind: 'organisation', sheet: '参考-部门', leg: 'reference' },
  { kind: 'post', sheet: '参考-岗位', leg: 'reference' },
  { kind: 'system', sheet: '参考-系统', leg: 'reference' },
  { kind: 'component', sheet: '参考-组件', leg: 'reference' },
  { kind: 'basis', sheet: '参考-依据', leg: 'reference' },
  { kind: 'material', sheet: '参考-材料', leg: 'reference' },
  { kind: 'scene', sheet: '参考-场景', leg: 'reference' },
  { kind: 'codeList', sheet: '参考-代码表', leg: 'reference' },
]
