import { describe, expect, test } from 'vitest'
import { build, type Builder } from '#tests/support/build.ts'
import { openDraft } from '../document/draft.ts'
import { lookUp } from './index.ts'
import { codeWith, defaultPattern, nextCode, numberIn, type Numbered, parseScheme } from './numbers.ts'

function draftOf(make: (builder: Builder) => void): Numbered {
  return openDraft(lookUp.start(build(make).snapshot), lookUp, () => 'unused')
}

describe('a scheme', () => {
  test('is text with one number and perhaps the owner', () => {
    expect(parseScheme('{owner}-X{n:3}号')).toStrictEqual({
      ok: true,
      value: { before: [{ owner: true }, '-X'], after: ['号'], digits: 3 },
    })
    expect(parseScheme('K{n}').ok).toBe(true)
  })

  test.each(['DR', '', '{n}{n:2}', '{year}-{n}', '{n:0}', '{n', 'n}', '{n:22}'])('refuses %j', pattern => {
    expect(parseScheme(pattern)).toStrictEqual({ ok: false, error: 'scheme-invalid' })
  })

  test('of a kind continues the owner where it has one, else its prefix', () => {
    expect([defaultPattern('unit'), defaultPattern('coreBusiness'), defaultPattern('dataItem')]).toStrictEqual([
      '{owner}-{n:2}',
      'HX{n:2}',
      'SJ{n:3}',
    ])
  })

  test('writes numbers and reads back its own, in any width and case', () => {
    const numbering = { prefix: 'DR', suffix: '号', digits: 2, perOwner: false }
    expect(codeWith(numbering, 7)).toBe('DR07号')
    expect(codeWith(numbering, 123)).toBe('DR123号')
    expect(['ｄｒ07号', 'DR7号', 'DRx号', 'DR号', 'XQ07号', 'DR07'].map(code => numberIn(numbering, code))).toStrictEqual([
      7,
      7,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the next code', () => {
  test('follows the highest, not the count, and never takes what anything else bears', () => {
    const draft = draftOf(d => {
      d.dataItem('甲', { code: 'SJ001' })
      d.dataItem('乙', { code: 'SJ009' })
      d.term('丙', { code: 'sj010' })
    })
    expect(nextCode(draft, 'dataItem')).toStrictEqual({ ok: true, value: 'SJ011' })
  })

  test('below an owner continues its code; below one without code it is prefix and number', () => {
    const draft = draftOf(d => {
      const coded = d.coreBusiness('甲', { code: 'CB-NY-01' })
      d.module('一', { owner: coded, code: 'CB-NY-01-03' })
      d.coreBusiness('乙')
    })
    expect(nextCode(draft, 'module', 'coreBusiness-1')).toStrictEqual({ ok: true, value: 'CB-NY-01-04' })
    expect(nextCode(draft, 'module', 'coreBusiness-2')).toStrictEqual({ ok: true, value: 'MK01' })
  })

  test('goes by the scheme the document states', () => {
    const draft = draftOf(d => {
      d.document('模型', { settings: { numbering: { dataItem: 'DR{n:2}', item: 'DR' } } })
      d.dataItem('甲', { code: 'DR41' })
    })
    expect(nextCode(draft, 'dataItem')).toStrictEqual({ ok: true, value: 'DR42' })
    expect(nextCode(draft, 'item')).toStrictEqual({ ok: false, error: 'scheme-invalid' })
  })

  test('among very many starts from their count and still takes no code twice', () => {
    const draft = draftOf(d => {
      for (let index = 0; index < 5001; index++) d.dataItem(`数据${index}`, index < 3 ? { code: `SJ${5002 + index}` } : {})
    })
    expect(nextCode(draft, 'dataItem')).toStrictEqual({ ok: true, value: 'SJ5005' })
  })
})
