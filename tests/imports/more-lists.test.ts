import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { synonyms } from '#imports/table/header/synonyms.ts'
import { lookUp } from '#model/derive/index.ts'
import { kindOf } from '#model/kinds/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import type { Element } from '#model/schema/element.ts'
import { csv, type TakenIn, takeIn, workbook } from './take-in.ts'

const fields = ({ mapping }: TakenIn): readonly string[] => mapping.map(one => one.field)

describe('several lists', () => {
  test('[C6.4] lists on several sheets, one hidden; a cover sheet is named as not read', async () => {
    const file = await workbook('全县.xlsx', [
      { name: '封面', rows: [['全县政务服务事项清单'], ['二〇二六年三月']] },
      {
        name: '民政',
        rows: [
          ['事项名称', '实施主体'],
          ['甲', '县民政局'],
          ['乙', '县民政局'],
        ],
      },
      { name: '财政', rows: [['财政局清单'], [], ['职权名称', '行使主体', '职权类型'], ['丙', '县财政局', '行政处罚']] },
      {
        name: '旧表',
        hidden: true,
        rows: [
          ['事项', '部门'],
          ['丁', '县教育局'],
        ],
      },
    ])
    const taken = takeIn([file])
    expect(taken.read).toStrictEqual({ headerRows: 3, titleRows: 1, rows: 4 })
    expect(taken.counts).toStrictEqual({ organisation: 3, item: 4 })
    expect(taken.warnings).toStrictEqual([
      { code: 'sheet-not-understood', values: { file: '全县.xlsx', sheet: '封面', rows: 2 } },
      { code: 'sheet-hidden', values: { file: '全县.xlsx', sheet: '旧表' } },
    ])
  })

  test('[C6.4] two tables side by side, parted by an empty column', async () => {
    const rows = [
      ['序号', '事项名称', '责任部门', null, '系统名称', '主管部门', '网络环境'],
      [1, '甲', '县民政局', null, '救助系统', '县民政局', '政务外网'],
      [2, '乙', '县财政局', null, '财政云', '县财政局', '业务专网'],
      [3, '丙', '县财政局', null, null, null, null],
    ]
    const taken = takeIn([await workbook('a.xlsx', [{ name: 'S', rows }])])
    expect(taken.counts).toStrictEqual({ organisation: 2, item: 3, system: 2 })
    expect(taken.named('system', '财政云')?.['network']).toBe('dedicatedNetwork')
    expect([taken.refused, taken.warnings]).toStrictEqual([[], []])
  })

  test('[C6.4] a list folded into two halves with the same titles', () => {
    const taken = takeIn([csv('a.csv', '序号,事项名称,部门,序号,事项名称,部门\n1,甲,县民政局,3,丙,县财政局\n2,乙,县民政局,,,')])
    expect([taken.counts, taken.refused]).toStrictEqual([{ organisation: 2, item: 3 }, []])
  })

  test('[C6.4] an empty column inside a list does not part it', () => {
    const taken = takeIn([csv('a.csv', '事项名称,部门,,备注,依据\n甲,县民政局,,说明文字,条例')])
    expect(taken.named('item', '甲')).toMatchObject({ note: '说明文字', basisText: '条例' })
  })

  test('[C6.4] lists of other kinds below one another on one sheet', () => {
    const rows = [
      '一、事项,,',
      '事项名称,部门,依据',
      '甲,县民政局,条例',
      '乙,县民政局,条例',
      '',
      '二、指标,,',
      '指标名称,计量单位,统计周期',
      '办结率,%,月',
    ]
    const taken = takeIn([csv('a.csv', rows.join('\n'))])
    expect(taken.counts).toStrictEqual({ organisation: 1, item: 2, indicator: 1 })
    expect(taken.named('indicator', '办结率')).toMatchObject({ unit: '%', period: 'monthly' })
  })
})

describe('lists of other things', () => {
  test('[C6.4] organisations', () => {
    const taken = takeIn([csv('a.csv', '单位名称,简称,统一社会信用代码,联系人\n某县民政局,民政局,11330100002489586X,张三')])
    expect(taken.of('organisation')).toMatchObject([{ name: '某县民政局', shortName: '民政局', creditCode: '11330100002489586X' }])
  })

  test('[C6.4] systems with the departments that own them', () => {
    const taken = takeIn([
      csv('a.csv', '应用系统名称,建设单位,运行状态,部署网络\n救助系统,县民政局,在用,政务外网\n老系统,县民政局,停用,未知网'),
    ])
    expect(taken.counts).toStrictEqual({ organisation: 1, system: 2 })
    expect(taken.named('system', '救助系统')).toMatchObject({ systemStatus: 'running', ownerOrganisation: taken.of('organisation')[0]?.id })
    expect(taken.named('system', '老系统')?.['note']).toBe('网络环境：未知网')
  })

  test('[C6.4] data items and indicators', () => {
    const items = takeIn([
      csv('a.csv', '序号,字段中文名,字段英文名,字段类型,字段长度,数源部门\n1,姓名,name,字符型C,50.0,县公安局\n2,年龄,age,整型,3,县公安局'),
    ])
    expect(items.counts).toStrictEqual({ organisation: 1, dataItem: 2 })
    expect(items.named('dataItem', '姓名')).toMatchObject({ english: 'name', dataType: 'char', length: 50 })
    const indicators = takeIn([csv('b.csv', '指标名称,单位,指标口径,责任单位,目标值\n按时办结率,%,按时办结数/总数,县政务办,≥95%')])
    expect(indicators.counts).toStrictEqual({ organisation: 1, indicator: 1 })
    expect(indicators.of('indicator')[0]).toMatchObject({ unit: '%', caliber: '按时办结数/总数' })
  })

  test('[C6.4] the finest of several levels is the name; departments that act together assist', () => {
    const levels = takeIn([csv('a.csv', '一级指标,二级指标,三级指标,分值\n效益,效率,办结率,5')])
    expect([levels.counts, levels.of('indicator')[0]?.name]).toStrictEqual([{ indicator: 1 }, '办结率'])
    const tasks = takeIn([csv('a.csv', '重点任务,牵头单位,共同实施部门,责任领导,完成时间\n甲,县民政局,县财政局,张三,2026年6月30日')])
    expect(tasks.counts).toStrictEqual({ organisation: 2, item: 1 })
    expect(tasks.of('item')[0]).toMatchObject({ responsible: '张三', due: '2026-06-30', assists: [expect.any(String)] })
  })

  test('[C6.4] titles that several kinds know are told apart by what the sheet is about', async () => {
    const rows = [
      ['名称', '类型', '备注'],
      ['甲', '行政许可', ''],
    ]
    const items = takeIn([await workbook('a.xlsx', [{ name: '权力事项清单', rows }])])
    expect(items.counts).toStrictEqual({ item: 1 })
    const organisations = takeIn([csv('a.csv', '部门名录,\n名称,备注\n县民政局,一\n县财政局,二')])
    expect(organisations.counts).toStrictEqual({ organisation: 2 })
  })

  test('[C6.4] 权责清单 with 职权编码, 职权类型, 行使主体, 承办机构, 责任事项, 追责情形', () => {
    const header = '序号,职权编码,职权类型,职权名称,行使主体,承办机构,实施依据,责任事项,追责情形,备注'
    const taken = takeIn([csv('a.csv', `${header}\n1,3301-01,行政处罚类,对违规的处罚,县民政局,法规科,条例,立案责任,不立案的,无`)])
    expect(fields(taken)).toStrictEqual(
      '@ignore implementationCode itemType name @organisation office basisText duties accountability note'.split(' '),
    )
    expect(taken.of('item')[0]).toMatchObject({ itemType: 'administrativePenalty', office: '法规科', accountability: '不立案的' })
  })
})

/** The titles of the national standard, each with the field it must reach. Source: domain §3.3. */
const national: { readonly [title: string]: string } = {
  事项名称: 'name',
  基本编码: 'catalogCode',
  地方基本编码: 'localCatalogCode',
  事项类型: 'itemType',
  设定依据: 'basisText',
  权力来源: 'powerSource',
  行使层级: 'levels',
  实施编码: 'implementationCode',
  地方实施编码: 'localImplementationCode',
  业务办理项编码: 'handlingCode',
  事项状态: 'itemState',
  事项版本: 'itemVersion',
  实施主体: '@organisation',
  实施主体性质: 'implementerNature',
  实施主体编码: '@organisationCode',
  委托部门: 'entrusted',
  法定办结时限: 'legalLimit',
  法定办结时限单位: 'legalLimit.unit',
  法定办结时限说明: 'legalLimitNote',
  承诺办结时限: 'timeLimit',
  承诺办结时限单位: 'timeLimit.unit',
  承诺办结时限说明: 'timeLimitNote',
  受理条件: 'acceptance',
  办理流程: 'procedure',
  是否收费: 'fee',
  收费依据: 'feeBasis',
  服务对象: 'serviceObjects',
  办件类型: 'caseType',
  办理形式: 'handling',
  到办事现场次数: 'visits',
  特别程序: 'specialProcedure',
  '办理地点/时间': 'place',
  网上办理地址: 'online',
  咨询方式: 'consult',
  计划生效日期: 'effectiveFrom',
  计划取消日期: 'effectiveUntil',
  申请材料: 'materials',
  结果名称: 'result',
  联办机构: 'assists',
  主项名称: '@group',
}

describe('every field', () => {
  test('[C6.4] the forty columns of the national standard', () => {
    const values: { readonly [title: string]: string } = { 事项名称: '甲', 实施主体: '县民政局', 法定办结时限: '20', 法定办结时限单位: 'W' }
    const titles = Object.keys(national)
    const taken = takeIn([csv('a.csv', `${titles.join(',')}\n${titles.map(title => values[title] ?? '').join(',')}`)])
    expect(Object.fromEntries(taken.mapping.map(({ header, field }) => [header, field]))).toStrictEqual(national)
    expect(taken.of('item')[0]?.['legalLimit']).toMatchObject({ value: 20, unit: 'workday' })
    expect(taken.warnings).toStrictEqual([])
  })

  test('[C6.4] each field of an item is reached by its label and by its name', () => {
    for (const [field, { label }] of Object.entries(kindOf('item')?.fields ?? {}))
      for (const title of [label, field]) {
        const taken = takeIn([csv('a.csv', `事项名称,频次,${title}\n甲,每年,`)])
        const found = taken.mapping.at(-1)?.field
        const others: { readonly [field: string]: string } = {
          lead: '@organisation',
          implementer: '@organisation',
          implementerCode: '@organisationCode',
          bases: 'basisText',
          frequencyText: '',
        }
        expect([field, title, found]).toStrictEqual([
          field,
          title,
          title === label ? (others[field] ?? field) : field === 'frequencyText' ? '' : field,
        ])
      }
  })

  test('[C6.4] every word leads to a field that its kind has', () => {
    for (const [kind, words] of Object.entries(synonyms))
      for (const field of Object.keys(words)) {
        const declared = kindOf(kind)
        const [name = ''] = field.split('.')
        expect([
          kind,
          field,
          field.startsWith('@') || field === 'name' || (declared && fieldOf(declared, name)) !== undefined,
        ]).toStrictEqual([kind, field, true])
      }
  })
})

const remember = (state: TakenIn['state'], document: Element): TakenIn['state'] =>
  lookUp.next(state, new Map([[document.id, [undefined, document] as const]]))

describe('decisions', () => {
  const text = '工作名称,处理机构,何时办\n甲,县民政局,每年一次'

  test('[C6.4] --map wins over what is guessed, by field or by label, and is printed as decided', () => {
    const taken = takeIn([csv('a.csv', text)], { map: { 工作名称: 'name', 处理机构: '@organisation', 何时办: '频次' } })
    expect(taken.mapping).toMatchObject([
      { header: '工作名称', kind: 'item', field: 'name', decided: true },
      { header: '处理机构', field: '@organisation', decided: true },
      { header: '何时办', field: 'frequencyText', decided: true },
    ])
    expect(taken.of('item')[0]?.['frequencyText']).toBe('每年一次')
    const other = takeIn([csv('b.csv', '事项名称,备注,部门\n甲,依据一,县民政局')], { map: { 备注: 'basisText', 部门: '-' } })
    expect([other.counts, fields(other)]).toStrictEqual([{ item: 1 }, ['name', 'basisText', '@ignore']])
  })

  test('[C6.4] a field that no kind has refuses the import', () => {
    expect(() => takeIn([csv('a.csv', text)], { map: { 工作名称: 'nosuchfield' } })).toThrow('map-field-unknown')
  })

  test('[C6.4] decisions remembered in the document hold for the same titles', () => {
    const mappings = [
      { kind: 'item', header: '工作名称', field: 'name' },
      { kind: 'item', header: '处理机构', field: '@organisation' },
    ]
    const { state } = takeIn([csv('a.csv', '事项名称,部门\n乙,县财政局')])
    const document = { id: 'doc', kind: 'document', name: '文档', settings: { mappings } }
    const before = remember(state, document)
    const taken = takeIn([csv('a.csv', text)], { state: before })
    expect(taken.counts).toStrictEqual({ organisation: 1, item: 1 })
    expect(taken.mapping.map(one => one.decided)).toStrictEqual([true, true, false])
  })
})

describe('again', () => {
  test('[C6.4] the same list taken in twice changes nothing the second time, in any order of rows', () => {
    const rows = ['县民政局,救助,低保,A1,1', ',,特困,A2,1', ',殡葬,公墓,A3,2', '县财政局,会计,记账,B1,3', '县财政局,会计,记账,B2,3']
    const text = (list: readonly string[]): string => ['部门,业务单元,事项名称,实施编码,事项类型代码', ...list].join('\n')
    const first = takeIn([csv('a.csv', text(rows))])
    expect(first.counts).toStrictEqual({ organisation: 2, coreBusiness: 1, module: 1, unit: 3, item: 5 })
    const second = takeIn([csv('a.csv', text(rows))], { state: first.state })
    expect([second.delta.size, second.read]).toStrictEqual([0, first.read])
    const [a = '', b = '', c = '', d = '', e = ''] = rows
    expect(takeIn([csv('a.csv', text([e, d, a, b, c]))], { state: first.state }).delta.size).toBe(0)
    const changed = takeIn([csv('a.csv', text([a.replace('A1,1', 'A1,5'), b, c, d, e]))], { state: first.state })
    expect([changed.delta.size, changed.named('item', '低保')?.['itemType']]).toStrictEqual([1, 'administrativePayment'])
  })
})

const template = fileURLToPath(new URL('../../../shared/data/gov/gdzwfw/template/template.xlsx', import.meta.url))

describe.skipIf(!existsSync(template))('a template nobody has filled in', () => {
  test('[C6.4] the header is recognised, there are no rows, and that is said instead of refused', () => {
    const taken = takeIn([{ name: 'template.xlsx', bytes: new Uint8Array(readFileSync(template)) }])
    expect([taken.delta.size, taken.read['rows'], taken.codes]).toStrictEqual([0, 0, ['no-rows']])
    expect(taken.mapping.filter(one => one.field !== '').length).toBeGreaterThan(20)
  })
})
