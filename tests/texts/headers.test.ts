import { expect, test } from 'vitest'
import { csv, takeIn } from '../imports/take-in.ts'

/** What headers are called, and the field of an item each of them is. */
const titles: readonly (readonly [title: string, field: string])[] = [
  ['事项编码', 'implementationCode'],
  ['事项类型', 'itemType'],
  ['实施部门', '@organisation'],
  ['法定办结时限', 'legalLimit'],
  ['承诺办结时限', 'timeLimit'],
  ['设定依据', 'basisText'],
  ['备注', 'note'],
  ['责任处室', 'office'],
]

/** How people and programs write the same title. */
const spellings: readonly (readonly [what: string, write: (title: string) => string])[] = [
  ['as it is', title => title],
  ['with blanks between', title => Array.from(title).join(' ')],
  ['with wide blanks', title => Array.from(title).join('　')],
  ['marked as required', title => `*${title}`],
  ['marked with a wide star', title => `＊${title}`],
  ['with a wide colon', title => `${title}：`],
  ['in brackets', title => `【${title}】`],
  ['with a hint', title => `${title}（必填）`],
  ['over two lines', title => `${title.slice(0, 2)}\n${title.slice(2)}`],
  ['with a number', title => `1.${title}`],
]

test('[T2] eighty spellings of headers are taken for the field they mean', () => {
  const wrong: string[] = []
  let count = 0
  for (const [title, field] of titles)
    for (const [what, write] of spellings) {
      count++
      const written = write(title)
      const taken = takeIn([csv('a.csv', `事项名称,"${written}"\n甲,乙\n`)])
      const found = taken.mapping.find(one => one.header.replaceAll(/\s/gu, '') === written.replaceAll(/\s/gu, ''))?.field
      if (found !== field) wrong.push(`${what}: ${JSON.stringify(written)} is ${found}, not ${field}`)
    }
  process.stdout.write(`[T2] ${count} header spellings, ${wrong.length} not recognised\n`)
  expect(count).toBe(80)
  expect(wrong).toStrictEqual([])
})

test('[T2] full-width digits and letters in codes and names name the same element', () => {
  const first = takeIn([csv('a.csv', '部门,事项名称,事项编码\n县民政局,社团登记,A-01\n')])
  const again = takeIn([csv('b.csv', '部门,事项名称,事项编码\n县民政局,社团登记,Ａ－０１\n')], { state: first.state })
  expect(again.state.lookups.countOf('item')).toBe(1)
  expect(again.delta.size).toBe(0)
})
