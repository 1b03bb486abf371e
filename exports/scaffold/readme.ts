import type { DataSet, ServiceInterface } from '../data-sets/data-set.ts'
import type { BundleHead } from './bundle.ts'

interface Contents {
  readonly head: BundleHead
  readonly level: string
  readonly dataSets: readonly DataSet[]
  readonly services: readonly ServiceInterface[]
  readonly forms: number
}

/** Signs that Markdown would take for mark-up, and line ends, in a name inside a line. */
const inline = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>|#]/gu, sign => `\\${sign}`)

/** What the folder is and how each file is used, for the person who opens it first. */
export function readme({ head, level, dataSets, services, forms }: Contents): string {
  const lines = [
    `# ${inline(head.document.name)}：平台对接材料`,
    '',
    '由模型生成，同一份模型总是得到同样的文件。每个文件、每个字段来自哪条需求、哪个指标、哪个事项和哪条依据，见 `bundle.json`。',
    '',
    `- 范围：${head.scope === null ? '整份模型' : inline(head.scope.name)}`,
    `- 网络环境：${head.zone?.label ?? '未填写'}（不同网络的内容不放在一起）`,
    `- 所含数据的最高安全级别：${level === '' ? '未填写' : level}${head.personalInformation ? '，含个人信息' : ''}`,
    ...(head.document.illustrative ? ['- 机构、代码、数值均为示意'] : []),
    '',
    '| 文件 | 用途 |',
    '| --- | --- |',
    '| `清单/数据共享清单.xlsx`、`.csv` | 每条需求从哪里来、给谁用、办到哪一步 |',
    '| `清单/信息资源目录.xlsx` | 按编制指南排列的目录和信息项 |',
    '| `清单/系统集成清单.xlsx` | 系统之间怎样对接 |',
    `| \`申请表/\` | ${forms} 份，一条需求一份，可以分别送不同的提供部门 |`,
    '| `schemas/` | 每个信息资源一份 JSON Schema（2020-12） |',
    '| `samples/` | 符合上述结构的示意记录，不是真实数据 |',
    '| `openapi.json` | 全部数据服务的接口说明（OpenAPI 3.1） |',
    '| `contracts/` | 每个信息资源一份数据契约（ODCS 3.1） |',
    '| `database/schema.sql` | PostgreSQL 建表语句，含中文注释和代码表 |',
    '',
    `信息资源 ${dataSets.length} 个，数据服务 ${services.length} 个：`,
    '',
    '| 信息资源 | 表名 | 字段 | 接口 |',
    '| --- | --- | --- | --- |',
    ...dataSets.map(dataSet => {
      const paths = services
        .filter(service => service.dataSet === dataSet)
        .map(service => `\`${service.path}\`${service.isDeclared ? '' : '（建议）'}`)
      return `| ${inline(dataSet.element.name)} | \`${dataSet.name.sql}\` | ${dataSet.fields.length} | ${paths.join('、')} |`
    }),
    '',
    '说明：',
    '',
    '- 数据长度按编制指南以字节计；`varchar(n)` 和 `maxLength` 以字符计，只会更宽。',
    '- 接口字段用模型里的英文名称；表和列用小写加下划线。没有英文名称的用拼音，列在 `bundle.json` 的 `losses` 里。',
    '- 值域里写明代码的字段有代码表；取值范围、编码规则等只写在说明里，没有变成约束。',
  ]
  return `${lines.join('\n')}\n`
}
