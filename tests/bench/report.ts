import { sizes, type SizeName } from '#demo/index.ts'
import { growthOf } from './measure.ts'
import type { Figures, Other, Row } from './row.ts'

/** What one row came to at one size. */
export interface Measured {
  readonly row: string
  readonly size: SizeName
  readonly figures: Figures
}

/** One line: `ours / floor / peer / ratio`, the budget and aim beside it. */
export function lineOf(row: Row, { size, figures }: Measured): string {
  const { ours, floor, peers = [], note } = figures
  const parts = [
    `${row.id.padEnd(17)} ${size.padEnd(2)}`,
    `${shown(ours.median, row)}${ours.p95 === undefined ? '' : `（p95 ${shown(ours.p95, row)}）`}`,
    floor ? `${floor.name} ${shown(floor.cost, row)} ×${ratio(ours.median, floor)}` : '–',
    peers.length > 0 ? peers.map(peer => `${peer.name} ${shown(peer.cost, row)} ×${ratio(ours.median, peer)}`).join('，') : '–',
    verdictOf(row, size, figures),
    `${fewest(figures)} 次`,
  ]
  return parts.join('  ') + (note === undefined ? '' : `  ${note}`)
}

/** Significant digits enough to compare by, and no more. */
function shown(cost: number, row: Row): string {
  const digits = cost >= 100 ? cost.toFixed(0) : cost >= 1 ? cost.toFixed(1) : cost.toPrecision(2)
  return `${digits} ${row.unit ?? 'ms'}`
}

const ratio = (ours: number, { cost }: Other): string => {
  const times = ours / cost
  return times >= 100 ? times.toFixed(0) : times.toPrecision(2)
}

const fewest = ({ ours, floor, peers = [] }: Figures): number =>
  Math.min(ours.runs, ...(floor ? [floor.runs] : []), ...peers.map(peer => peer.runs))

function verdictOf(row: Row, size: SizeName, { ours, floor, peers = [] }: Figures): string {
  const judged = row.judged === 'p95' ? (ours.p95 ?? ours.median) : ours.median
  const target = row.targets?.[size]
  const met: string[] = []
  if (target) {
    met.push(`预算 ${shown(target.budget, row)} ${judged <= target.budget ? '达到' : '未达到'}`)
    if (target.aim !== undefined) met.push(`目标 ${shown(target.aim, row)} ${judged <= target.aim ? '达到' : '未达到'}`)
  }
  for (const [name, most] of Object.entries(row.timesOthers ?? {})) {
    const known = [...(floor ? [floor] : []), ...peers].find(one => one.name === name)
    if (known) met.push(`≤ ${most} × ${name} ${judged <= most * known.cost ? '达到' : '未达到'}`)
  }
  return met.length > 0 ? met.join('，') : '–'
}

/** The exponent with which a row grows over the sizes it ran at. */
export function growthIn(row: Row, measured: readonly Measured[]): string {
  const points = measured.filter(one => one.row === row.id).map(one => ({ size: sizes[one.size], cost: one.figures.ours.median }))
  const growth = growthOf(points)
  return growth === undefined ? '–' : growth.toFixed(2)
}

const introduction = `# 性能

由 \`npm run bench -- --write\` 写成，不要手改。每行是同一次运行里的中位数：我们、平台本身的代价（下限）、别人会用的程序（同类），以及我们是它们的几倍。热身之后至少 5 次；超过 5 秒的 3 次，超过 20 秒的 1 次。数字随机器变化，倍数才是尺子。

文档由种子生成，各种大小的形状相同：每 3 000 个元素里有 5 个核心业务、150 个事项、1 000 个数据项和它们的需求、400 条共享进展、60 个信息资源和 60 个服务、35 个指标、20 个流程及其环节与流转，其余是部门、系统、模块、单元和协同关系。大小：${Object.entries(
  sizes,
)
  .map(([name, size]) => `${name} ${size.toLocaleString('en-US').replaceAll(',', ' ')}`)
  .join('，')} 个元素。「增长」是代价随元素个数增长的指数：0 是不变，1 是成正比。
`

/** The whole report as a page. */
export function pageOf(rows: readonly Row[], measured: readonly Measured[], machine: string): string {
  const lines = measured.map(one => tableLine(rows, one, measured))
  const header = '| 工作 | 大小 | 我们 | 下限 | 同类 | 预算与目标 | 增长 | 说明 |\n|---|---|---|---|---|---|---|---|'
  return `${introduction}\n机器：${machine}。\n\n${header}\n${lines.join('\n')}\n`
}

function tableLine(rows: readonly Row[], one: Measured, measured: readonly Measured[]): string {
  const row = rows.find(candidate => candidate.id === one.row)
  if (row === undefined) return ''
  const { ours, floor, peers = [], note } = one.figures
  const of = (known: Other): string => `${known.name} ${shown(known.cost, row)}（×${ratio(ours.median, known)}）`
  const cells = [
    `${row.title} \`${row.id}\``,
    one.size,
    `**${shown(ours.median, row)}**${ours.p95 === undefined ? '' : `，p95 ${shown(ours.p95, row)}`}`,
    floor ? of(floor) : '–',
    peers.length > 0 ? peers.map(of).join('，') : '–',
    verdictOf(row, one.size, one.figures),
    growthIn(row, measured),
    [...(fewest(one.figures) < 5 && row.unit !== 'MB' ? [`${fewest(one.figures)} 次`] : []), ...(note === undefined ? [] : [note])].join(
      '；',
    ),
  ]
  return `| ${cells.join(' | ')} |`
}
