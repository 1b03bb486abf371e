import { describe, expect, test } from 'vitest'
import { compareKey } from '../base/text.ts'
import { codeListOf, codeLists, labelOf, understand } from './index.ts'

describe('[C9.1] every wording is understood, only internal values are stored', () => {
  test.each(codeLists.map(list => [list.id, list] as const))('%s: value, label and other wordings mean the value', (id, list) => {
    for (const { value, label, aliases } of list.values)
      for (const written of [value, label, ` ${label} `, ...(aliases ?? [])])
        expect([written, understand(id, written)]).toStrictEqual([written, value])
  })

  test.each(codeLists.map(list => [list.id, list] as const))('%s: values and labels are distinct, and so are codes', (_id, list) => {
    for (const key of ['value', 'label', 'code'] as const)
      expect(new Set(list.values.map(one => compareKey(one[key]))).size).toBe(list.values.length)
  })

  test.each(codeLists.map(list => [list.id, list] as const))('%s: a code means its value unless it is a wording of another', (id, list) => {
    const wordings = new Set(list.values.flatMap(({ value, label, aliases }) => [value, label, ...(aliases ?? [])].map(compareKey)))
    for (const { value, code } of list.values)
      if (!wordings.has(compareKey(code))) expect([code, understand(id, code)]).toStrictEqual([code, value])
  })

  test.each([
    ['shareType', '受限共享', 'conditional'],
    ['shareType', 'restricted', 'conditional'],
    ['shareType', '不共享（非共享）', 'notShared'],
    ['shareType', '１', 'unconditional'],
    ['openType', '禁止开放', 'notOpen'],
    ['openType', 'prohibited', 'notOpen'],
    ['supplyMethod', 'table', 'databaseTable'],
    ['supplyMethod', 'ＡＰＩ', 'api'],
    ['dataTypeGuide', 'c', 'char'],
    ['dataTypeGuide', 'C-字符型', 'char'],
    ['itemType', '1', 'administrativeLicence'],
    ['itemType', '01 行政许可', 'administrativeLicence'],
    ['itemType', '行政许可(01)', 'administrativeLicence'],
    ['orgLevel', '镇(乡、街道)级', 'township'],
    ['orgLevel', '县（市、区）级', 'county'],
    ['securityLevel', 'l3', 'L3'],
    ['limitUnit', '个工作日', 'workday'],
    ['mainDomain', '乡村振兴', 'ruralRevitalisation'],
  ])('%s: %s is %s', (list, written, value) => expect(understand(list, written)).toBe(value))

  test.each([
    ['shareType', '看情况'],
    ['shareType', ''],
    ['orgLevel', '7'],
    ['noSuchList', '省级'],
  ])('%s: %j is not guessed', (list, written) => expect(understand(list, written)).toBeUndefined())
})

test('labels are what people read; an unknown value is shown as it is', () => {
  expect(labelOf('rightLegStatus', 'connected')).toBe('已对接（联调通过）')
  expect(labelOf('rightLegStatus', 'mine')).toBe('mine')
  expect(labelOf('noSuchList', 'mine')).toBe('mine')
})

test('[F8] 19 main domains and 5 applications; no list is empty or without source', () => {
  expect(codeListOf('mainDomain')?.values.length).toBe(19)
  expect(codeListOf('application')?.values.length).toBe(5)
  expect(new Set(codeLists.map(list => list.id)).size).toBe(codeLists.length)
  for (const { id, values, source, confidence } of codeLists) {
    expect([id, values.length > 0, source !== '']).toStrictEqual([id, true, true])
    expect(['高', '中高', '中', '低', '建议']).toContain(confidence)
  }
})
