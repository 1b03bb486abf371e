import type { RuleTexts } from './rule-texts.ts'

/** What rules say: targets, scenes, names and texts. */
export const generalTexts: RuleTexts = {
  'CHK-TARGET-T01': {
    says: '数据共享需求满足率 {rate}%（{satisfied}/{needed}），低于目标 {target}%。',
    do: '请用 plan 看先接通哪些服务。',
    why: '方案要求满足率达到 99%。',
    example: '37 条需求满足 37 条。',
  },
  'CHK-TARGET-T02': {
    says: {
      minute: '分钟级数据共享需求满足率 {rate}%（{satisfied}/{needed}，分母为分钟级需求），低于目标 {target}%。',
      all: '分钟级数据共享需求满足率 {rate}%（{satisfied}/{needed}，分母为全部共享需求），低于目标 {target}%。',
    },
    do: '请用 plan 看先接通哪些服务。',
    why: '方案要求分钟级满足率达到 90% 以上。',
    example: '11 条分钟级需求满足 10 条。',
  },
  'CHK-TARGET-T06': {
    says: '主要领域核心业务事件组构建率 {rate}%（{built}/{total}），低于 2021 年目标 {target}%。',
    do: '请把核心业务拆解到事项。',
    why: '方案要求 2021 年底构建完成 40%。',
    example: '19 个领域建成 8 个。',
  },
  'CHK-TARGET-T07': {
    says: '主要领域核心业务事件组构建率 {rate}%（{built}/{total}），低于 2022 年目标 {target}%。',
    do: '请把核心业务拆解到事项。',
    why: '方案要求 2022 年底构建完成 80%。',
    example: '19 个领域建成 16 个。',
  },
  'CHK-TARGET-T26': {
    says: '跨部门多业务协同应用 {count} 个，少于 2021 年目标 {target} 个。',
    do: '请设计跨部门的场景。',
    why: '方案要求率先形成 3 个跨部门多业务协同应用。',
    example: '三个场景，各有两个以上部门和事项。',
  },
  'CHK-TARGET-T27': {
    says: '跨部门多业务协同应用 {count} 个，少于 2022 年目标 {target} 个。',
    do: '请设计跨部门的场景。',
    why: '方案要求形成 6 个以上跨部门多业务协同应用。',
    example: '六个场景，各有两个以上部门和事项。',
  },
  'CHK-X-3LIST': {
    says: {
      sceneDemand: '场景「{name}」没有对应的重大需求。',
      sceneReform: '场景「{name}」没有对应的重大改革。',
      demand: '重大需求「{name}」没有场景回应。',
      reform: '重大改革「{name}」没有对应的场景。',
    },
    do: '请把三张清单对应起来。',
    why: '需求引出场景，场景引出改革，三张清单要一一对应。',
    example: '租金拖欠 → 集体资产出租“一件事” → 银农直连。',
  },
  'CHK-X-SCENE': {
    says: { elements: '场景「{name}」还缺{missing}。', systems: '场景「{name}」没有{missing}。' },
    do: '请补上；子场景里有的不用重复。',
    why: '多跨场景要有领域、事项、指标、协同关系、数据项五要素和四个体系。',
    example: '五要素齐全，指标、工作、政策、评价体系各有条目。',
  },
  'CHK-X-TASK': {
    says: {
      list: '重大任务「{name}」没有任务清单。',
      organisation: '重大任务「{name}」的任务没有责任单位：「{names}」。',
      systems: '重大任务「{name}」没有{missing}。',
      chain: '重大任务「{name}」没有与执行链关联。',
    },
    do: '请补上。',
    why: '重大任务要有任务清单和责任单位、四个体系，并与执行链关联。',
    example: '强村项目增收：县农业农村局，12 月底前。',
  },
  'CHK-X-ONE': {
    says: {
      lead: '“一件事”「{name}」没有牵头部门。',
      partners: '“一件事”「{name}」没有配合部门。',
      departments: '“一件事”「{name}」只涉及 {count} 个部门，至少要 {least} 个。',
      effects: '“一件事”「{name}」没有改革前后的对比数。',
    },
    do: '请补上。',
    why: '“一件事”由多个部门联办，成效看部门、材料、环节、时限、跑动次数少了多少。',
    example: '跑动次数：前 6 次，后 1 次。',
  },
  'CHK-X-CHANGE': {
    says: '发布以后的每次修改都要写理由、留版本。',
    do: '软件会记下每次修改，请写明理由。',
    why: '修改要能追溯：谁、什么时候、为什么改。',
    example: '理由：按 3 月例会意见调整牵头部门。',
  },
  'CHK-X-SYSTEM': {
    says: '系统「{name}」没有写{label}。',
    do: '请补上。',
    why: '谁主管、在哪个网络，决定数据怎样出来。',
    example: '主管部门：县公安局；网络环境：政务外网。',
  },
  'CHK-X-WAIVER': {
    says: '豁免「{name}」没有写{label}。',
    do: '请补上。',
    why: '豁免要说清对什么、为什么、谁批准、到什么时候。',
    example: '事项将在 7 月取消；批准人：县改革办 王五；到期 2026-08-01。',
  },
  'CHK-T-NAME': {
    says: '这一条没有名称（{kind}）。',
    do: '请写上名称。',
    why: '没有名称就找不到、说不清。',
    example: '名称：村级财务公开。',
  },
  'CHK-T-LONG': {
    says: '「{name}」的名称有 {count} 个字，超过 {most} 个。',
    do: '请缩短，细节写到定义或说明里。',
    why: '名称太长，图和表都显示不下。',
    example: '名称：村级财务公开。',
  },
  'CHK-T-BLANK': {
    says: '「{name}」的名称里有多余的空格或换行。',
    do: '请去掉。',
    why: '从表格带来的空格会让一个名称变成两个。',
    example: '村级财务公开。',
  },
  'CHK-T-BIDI': {
    says: { name: '「{name}」的名称里有看不见的字符。', code: '「{name}」的编码里有看不见的字符。' },
    do: '请去掉。',
    why: '看着一样、其实不同，会对不上、查不到，也可能被用来冒充。',
    example: '只用看得见的文字。',
  },
  'CHK-T-CODE': {
    says: '「{name}」的编码 {code} 与「{names}」相同。',
    do: '请改成不同的编码。',
    why: '编码是对账的凭据，表格回收时按它认人。',
    example: '每个事项一个编码。',
  },
  'CHK-T-TWICE': {
    says: '有 {count} 个同类对象都叫「{name}」。',
    do: '请合并，或改名区分。',
    why: '同名的部门、系统、指标分不清，公式也不知道用哪一个。',
    example: '县农业农村局只有一个。',
  },
  'CHK-T-CREDIT': {
    says: '「{name}」的统一社会信用代码 {code} 通不过校验。',
    do: '请核对；确实无误的可以豁免。',
    why: '最后一位是校验码，通不过多半是抄错了。',
    example: '91110000101623741K。',
  },
  'CHK-T-REGION': {
    says: {
      form: '「{name}」的区划代码 {code} 不是六位、九位或十二位的国家区划代码。',
      level: '「{name}」是{level}，区划代码 {code} 却不是这一级的。',
    },
    do: '请核对区划代码或层级。',
    why: '区划代码按层级补零，写错就归错地方。',
    example: '县级：330106000000。',
  },
  'CHK-T-LIST': {
    says: '「{name}」的{label}里有代码表以外的值：{values}。',
    do: '请改用代码表里的值，或在代码表里补上。',
    why: '各写各的，汇总和对接时就对不上。',
    example: '共享类型：有条件共享。',
  },
  'CHK-T-BASIS': {
    says: '「{name}」的依据「{names}」已经废止或被替代。',
    do: '请换成现行的依据，并核对业务有没有变化。',
    why: '依据变了，职责、时限、材料都可能要跟着变。',
    example: '换成修订后的条例。',
  },
  'CHK-T-PERSON': {
    says: {
      identity: '「{name}」的{label}里像是写了身份证号码。',
      'bank-card': '「{name}」的{label}里像是写了银行卡号。',
      mobile: '「{name}」的{label}里像是写了手机号码。',
    },
    do: '请删去；模型只写有哪些数据，不写具体个人的数据。',
    why: '模型会到处传阅，个人信息不应当写在里面。',
    example: '样例：33010619900101XXXX。',
  },
  'CHK-T-CREDENTIAL': {
    says: '「{name}」的{label}里像是写了口令或密钥。',
    do: '请立即删去并更换口令。',
    why: '模型会到处传阅，口令和密钥不能跟着走。',
    example: '接口地址：/zjdata/v1/rs-01。',
  },
  'CHK-T-TERM': {
    says: '「{name}」在术语表里叫「{preferred}」。',
    do: '请改用统一的叫法。',
    why: '同一个概念用两个名称，会被当成两件事。',
    example: '统一社会信用代码。',
  },
}
