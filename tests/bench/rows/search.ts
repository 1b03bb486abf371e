import { search, searchIndex } from '#model/derive/search.ts'
import { setFields } from '#model/operations/index.ts'
import { timed, timedEach } from '../measure.ts'
import { all, defineRow, other, usual } from '../row.ts'
import type { World } from '../world.ts'

/** What people type, letter by letter: names, initials, pinyin, codes, and what is nowhere. */
const queries = [
  '农',
  '农村',
  '农村集',
  '农村集体',
  'nc',
  'ncj',
  'ncjt',
  'yuchuan',
  'yuchuan b',
  'SX-12',
  'SJ-99',
  '渔船 编号',
  '统一社会信用代码',
  '不动产登记',
  '不动产登记审',
  '示例省',
  'xzsp',
  '受理 公示',
  '没有这样的词',
  'zzzzqq',
]

const names = (world: World): readonly string[] => world.elements().map(({ name, code }) => `${name}\n${code ?? ''}`.toLowerCase())

/** The least a search can do: look for the letters in one text that holds every name. */
function holders(texts: readonly string[], query: string): number {
  let found = 0
  for (const text of texts) if (text.includes(query)) found++
  return found
}

export const searchTyping = defineRow({
  id: 'search',
  title: '边输入边搜索（名称、编码、同义词、拼音、正文）',
  sizes: all,
  judged: 'p95',
  targets: { L: { budget: 30, aim: 8 } },
  measure(world) {
    const index = searchIndex.build(world.state().snapshot)
    const texts = names(world)
    const query = (round: number): string => queries[round % queries.length] ?? ''
    return {
      ours: timedEach(200, round => search(index, query(round))),
      floor: other(
        '子串',
        timedEach(100, round => holders(texts, query(round))),
      ),
    }
  },
})

export const searchBuild = defineRow({
  id: 'search-build',
  title: '第一次搜索前准备索引',
  sizes: usual,
  async measure(world) {
    const { snapshot } = world.state()
    return { ours: await timed(() => searchIndex.build(snapshot)) }
  },
})

export const searchUpdate = defineRow({
  id: 'search-update',
  title: '一次改名后更新搜索索引',
  sizes: all,
  measure(world) {
    const session = world.session()
    let index = searchIndex.build(session.snapshot())
    const deltas: Parameters<typeof searchIndex.update>[1][] = []
    session.subscribe(({ delta }) => deltas.push(delta))
    const items = [...session.lookups().allOf('item')]
    for (let round = 0; round < 400; round++)
      session.run(setFields, { id: items[round % items.length] ?? '', fields: { name: `改名${round}` } })
    return {
      ours: timedEach(300, round => {
        index = searchIndex.update(index, deltas[round] ?? new Map())
        return index
      }),
    }
  },
})
