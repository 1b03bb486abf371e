import { expect, test } from 'vitest'
import { withHiddenSigns } from '#imports/hidden-signs.ts'
import { showingHidden } from '#model/base/text.ts'
import { text } from '#words/index.ts'
import { csv, takeIn } from '../imports/take-in.ts'
import { hiddenNames } from './texts.ts'

test('[T6] twelve names with signs nobody sees are taken in as they are, each with a warning that shows them', () => {
  expect(hiddenNames).toHaveLength(12)
  const taken = takeIn([csv('a.csv', `部门,事项名称\n${hiddenNames.map(name => `县政府,${name}登记`).join('\n')}\n`)])
  expect(taken.of('item').map(one => one.name)).toStrictEqual(hiddenNames.map(name => `${name}登记`))
  const warned = withHiddenSigns(taken).warnings.filter(one => one.code === 'signs-hidden')
  expect(warned.map(one => one.values['shown'])).toStrictEqual(hiddenNames.map(name => `${showingHidden(name)}登记`))
  for (const { values } of warned) expect(text('import/signs-hidden', values)).toMatch(/〈U\+[0-9A-F]{4}〉/u)
})

test('[T6] an import that changes nothing about such a name does not warn again', () => {
  const file = csv('a.csv', '部门,事项名称\n县政府,甲\u200B乙\n')
  const first = takeIn([file])
  expect(withHiddenSigns(takeIn([file], { state: first.state })).warnings).toStrictEqual([])
})
