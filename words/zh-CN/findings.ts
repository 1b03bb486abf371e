/** What rules found: what, where, what to do. */
export const findings = {
  'CHK-L5-NOFLOW': '事项「{name}」没有出现在任何流程里。请补画流程，或说明为什么不需要。',
  'CHK-L7-NOIND': '事项「{name}」没有指标度量。请给它配一个指标，或说明为什么不需要。',
  'CHK-L8-LEVELUP': '数据项「{name}」是 L4 级，共享要有授权依据。请在共享清单里填写授权依据，共享条件不能代替。',
  'CHK-L8-PII': '数据项「{name}」含个人信息。请复核是否最小必要、是否取得授权、是否脱敏。',
  'CHK-L8-PIILEVEL': '数据项「{name}」含个人信息，安全级别是 {level}，应不低于 L3。请调整级别。',
  'CHK-R1-BLOCKED': '数据需求「{name}」受阻，但没有写全受阻原因、责任人和下一步。请补齐。',
  'CHK-R1-CROSSNET': '数据需求「{name}」的来源系统与使用系统分处政务内网和外网。请填写跨网路径。',
  'CHK-R1-UNSTRUCT': '数据项「{name}」还在文件文档里。请先结构化再共享。',
  'CHK-TARGET-T01': '数据共享需求满足率 {rate}%，低于目标 {target}%。用 plan 看先接通哪些服务。',
  'CHK-TARGET-T02': '分钟级数据共享需求满足率 {rate}%，低于目标 {target}%。用 plan 看先接通哪些服务。',
} as const
