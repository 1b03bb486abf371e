import { expect, test } from 'vitest'
import { distinctName, namelessName, technicalName } from './technical-name.ts'

test.each([
  ['creditCode', 'creditCode', 'credit_code'],
  ['credit_code', 'credit_code', 'credit_code'],
  ['T_ASSET_LEDGER', 'T_ASSET_LEDGER', 't_asset_ledger'],
  ['XMLHttpRequest', 'XMLHttpRequest', 'xml_http_request'],
  ['资产编号', 'ziChanBianHao', 'zi_chan_bian_hao'],
  ['绿地率', 'lvDiLv', 'lv_di_lv'],
  ['3月办件量', 'n3YueBanJianLiang', 'n_3_yue_ban_jian_liang'],
  ['ＡＢＣ全角', 'abcQuanJiao', 'abc_quan_jiao'],
  ['Straße', 'straE', 'stra_e'],
  ['con', 'nCon', 'n_con'],
  ['name"; DROP TABLE x', 'nameDropTableX', 'name_drop_table_x'],
])('[E5] %s is %s in JSON and %s in SQL', (text, json, sql) => {
  expect(technicalName(text, 'id')).toStrictEqual({ json, sql })
})

test('[E5] a text without words has no name of its own', () => {
  expect(technicalName('👨‍👩‍👧 ——', 'id')).toBeUndefined()
  expect(namelessName('id').sql).toMatch(/^n[0-9a-f]{8}$/u)
})

test('[E5] what is longer than an identifier is cut, and told apart by its element', () => {
  const long = 'a'.repeat(80)
  const [first, second] = [technicalName(long, 'one'), technicalName(long, 'two')]
  expect(first?.sql).toHaveLength(63)
  expect(first?.sql).not.toBe(second?.sql)
  expect(distinctName({ json: long, sql: long }, 'one', 4).sql).toHaveLength(63)
})
