import { describe, expect, test } from 'vitest'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { isBankCardNumber } from '#model/rules/everywhere/bank-card-number.ts'
import { isIdentityNumber } from '#model/rules/everywhere/identity-number.ts'
import { noPersonalDataInTexts } from '#model/rules/everywhere/no-personal-data-in-texts.ts'
import { chanceFrom } from '#demo/index.ts'

const chance = chanceFrom(8)

const digits = (count: number): string => Array.from({ length: count }, () => chance.below(10)).join('')

/** Some text with the one last sign that makes it a number of its sort. */
const completed = (start: string, is: (text: string) => boolean): string =>
  Array.from('0123456789X', last => `${start}${last}`).find(is) ?? ''

const identity = (): string =>
  completed(`33010619${60 + chance.below(40)}0${1 + chance.below(9)}1${chance.below(10)}${digits(3)}`, isIdentityNumber)

const card = (): string => completed(`62${digits(13 + chance.below(4))}`, isBankCardNumber)

const mobile = (): string => `1${3 + chance.below(7)}${digits(9)}`

const wide = (text: string): string => text.replaceAll(/\d/gu, digit => String.fromCodePoint(0xff10 + Number(digit)))

const grouped = (text: string, size: number, first = size): string =>
  [text.slice(0, first), ...(text.slice(first).match(new RegExp(`.{1,${size}}`, 'gu')) ?? [])].join(' ')

const times = (count: number, make: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => make(at))

const positive: readonly (readonly [sort: string, texts: readonly string[]])[] = [
  ['identity', [...times(25, at => `第${at}人 ${identity()}，已核`), ...times(5, () => `证件号：${wide(identity())}`)]],
  ['bank-card', [...times(20, () => `账号${card()}。`), ...times(10, () => `卡号 ${grouped(card(), 4)}`), ...times(5, () => wide(card()))]],
  [
    'mobile',
    [...times(20, () => `联系${mobile()}`), ...times(10, () => `手机 ${grouped(mobile(), 4, 3)}`), ...times(5, () => wide(mobile()))],
  ],
]

const negative: readonly string[] = [
  ...times(20, () => `编号 ${digits(12)}`),
  ...times(15, () => `流水 99${digits(13)}`),
  ...times(15, at => `9133010${at % 10}MA2B${digits(5)}${'XYZ'[at % 3]}`),
  ...times(15, () => `2024-0${1 + chance.below(9)}-1${chance.below(10)} 12:30:${10 + chance.below(50)}`),
  ...times(10, () => `0571-8${digits(7)}`),
  ...times(10, () => `${digits(4)} 万元、${digits(3)} 户、${digits(5)} 人次`),
  '身份证号码',
  '手机号',
  '银行卡号',
  '11位手机号码',
  '18位',
  '33010619900101XXXX',
  '138****5678',
  '12345',
  '12388',
  'GB 11643—1999',
  ...times(5, () => `v1.${digits(11)}`),
]

function found(note: string): readonly unknown[] {
  const element = { id: 'i', kind: 'item', name: '事项', note }
  const state = lookUp.start(snapshotOf([element]))
  return Array.from(noPersonalDataInTexts.check(element, { ...state, get: () => element } as never), one => one.values?.['case'])
}

describe('[G3] personal data in texts', () => {
  test('of 200 texts 100 hold a number of a person, told as what it is, and 100 hold none', () => {
    const all = positive.flatMap(([sort, texts]) => texts.map(text => [sort, text] as const))
    expect([all.length, negative.length]).toStrictEqual([100, 100])
    const missed = all.filter(([sort, text]) => !found(text).includes(sort))
    const alarms = negative.filter(text => found(text).length > 0)
    process.stdout.write(`[G3] ${all.length - missed.length}/100 found, ${alarms.length}/100 false alarms\n`)
    expect(missed).toStrictEqual([])
    expect(alarms).toStrictEqual([])
  })

  test.each([
    ['6222021234567890123', false],
    ['4111111111111111', true],
    ['5555555555554444', true],
    ['6011000990139424', true],
    ['4111111111111112', false],
    ['411111111111111', false],
    ['9111111111111111', false],
  ])('%s is a card: %s', (text, is) => expect(isBankCardNumber(text)).toBe(is))
})
