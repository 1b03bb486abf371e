import { describe, expect, test } from 'vitest'
import { csv, type TakenIn, takeIn, workbook } from './take-in.ts'

const lead = (taken: TakenIn, item: string): string | undefined => {
  const id = taken.named('item', item)?.['lead']
  return taken.elements.find(one => one.id === id)?.name
}

const unit = (taken: TakenIn, item: string): string | undefined => {
  const id = taken.named('item', item)?.owner
  return taken.elements.find(one => one.id === id)?.name
}

const mapped = ({ mapping }: TakenIn): { readonly [header: string]: string } =>
  Object.fromEntries(mapping.map(({ header, field }) => [header, field]))

describe('headers', () => {
  test('[C6.4] titles and notes above, two header rows, merged department and group cells, totals and notes at the end', async () => {
    const file = await workbook('清单.xlsx', [
      {
        name: 'Sheet1',
        rows: [
          ['某县政务服务事项清单', null, null, null, null, null],
          ['（2026 年版，共 5 项）', null, null, null, null, null],
          ['序号', '实施部门', '主项名称', '事项名称', '办理时限', null],
          [null, null, null, null, '法定', '承诺'],
          [1, '县民政局', '社会救助', '最低生活保障审核确认', '20工作日', '15工作日'],
          [2, null, null, '特困人员认定', '20工作日', '10工作日'],
          [3, null, '殡葬管理', '公墓建设审批', '30工作日', '12工作日'],
          [4, '县财政局', '会计管理', '会计代理记账许可', '20工作日', '5工作日'],
          [5, null, null, '中介机构设立审批', '20工作日', '8工作日'],
          ['合计', null, null, '5 项', null, null],
          ['注：本清单由各部门填报，解释权归县审改办。', null, null, null, null, null],
        ],
        merges: [
          [0, 0, 0, 5],
          [1, 0, 1, 5],
          [2, 4, 2, 5],
          [2, 0, 3, 0],
          [4, 1, 6, 1],
          [4, 2, 5, 2],
          [7, 1, 8, 1],
          [7, 2, 8, 2],
          [10, 0, 10, 5],
        ],
      },
    ])
    const taken = takeIn([file])
    expect(taken.read).toStrictEqual({ headerRows: 1, titleRows: 2, notes: 2, rows: 5 })
    expect(taken.counts).toStrictEqual({ organisation: 2, coreBusiness: 1, module: 1, unit: 3, item: 5 })
    expect([lead(taken, '公墓建设审批'), unit(taken, '公墓建设审批')]).toStrictEqual(['县民政局', '殡葬管理'])
    expect([lead(taken, '中介机构设立审批'), unit(taken, '中介机构设立审批')]).toStrictEqual(['县财政局', '会计管理'])
    expect(taken.named('item', '特困人员认定')).toMatchObject({
      legalLimit: { value: 20, unit: 'workday' },
      timeLimit: { value: 10, unit: 'workday' },
    })
    expect([taken.refused, taken.warnings]).toStrictEqual([[], []])
  })

  test('[C6.4] departments and groups written once, in a text file without merged cells', () => {
    const text = ['部门,业务单元,事项名称', '县民政局,救助,低保', ',,特困', ',殡葬,公墓', '县财政局,,记账', ',,许可'].join('\n')
    const taken = takeIn([csv('a.csv', text)])
    expect(taken.counts).toStrictEqual({ organisation: 2, coreBusiness: 1, module: 1, unit: 2, item: 5 })
    expect(['低保', '特困', '公墓', '记账', '许可'].map(item => unit(taken, item))).toStrictEqual([
      '救助',
      '救助',
      '殡葬',
      undefined,
      undefined,
    ])
    expect(['特困', '公墓', '许可'].map(item => lead(taken, item))).toStrictEqual(['县民政局', '县民政局', '县财政局'])
  })

  test('[C6.4] 「续表」 with its header again, page notes and blank rows are counted, not refused', () => {
    const header = '序号,事项名称,责任单位'
    const text = [
      header,
      '1,甲事项,县民政局',
      '',
      '续表,,',
      header,
      '2,乙事项,县财政局',
      '第2页,,',
      '2,丙事项,县财政局',
      '合计,3项,',
      '填表人：张三,,',
    ].join('\n')
    const taken = takeIn([csv('a.csv', text)])
    expect(taken.read).toStrictEqual({ headerRows: 1, repeatedHeaders: 1, notes: 4, rows: 3 })
    expect(taken.counts).toStrictEqual({ organisation: 2, item: 3 })
    expect(taken.refused).toStrictEqual([])
  })

  test('[C6.4] marks, brackets, line breaks and blanks in titles make no difference', async () => {
    const rows = [
      ['序 号', '* 事 项\n名 称（必填）', '实施\n部门※', '承诺时限（工作日）', '法定时限\n（单位：工作日）', '服务对象(可多选)'],
      [1, '甲事项（试行）', '县民政局（县社会组织管理局）', 5, 20, '自然人、企业法人\n社会组织法人'],
    ]
    const taken = takeIn([await workbook('a.xlsx', [{ name: 'Sheet1', rows }])])
    expect(taken.named('item', '甲事项（试行）')).toMatchObject({
      timeLimit: { value: 5, unit: 'workday' },
      legalLimit: { value: 20, unit: 'workday' },
      serviceObjects: ['enterprise', 'naturalPerson', 'socialOrganisation'],
    })
    expect(lead(taken, '甲事项（试行）')).toBe('县民政局（县社会组织管理局）')
    expect(taken.warnings).toStrictEqual([])
  })

  test('[C6.4] traditional characters and English', () => {
    const traditional = takeIn([csv('a.csv', '事項名稱,實施部門,事項類型,辦理時限\n社團登記,民政局,行政許可,7個工作日')])
    expect(mapped(traditional)).toStrictEqual({ 事項名稱: 'name', 實施部門: '@organisation', 事項類型: 'itemType', 辦理時限: 'timeLimit' })
    expect(traditional.named('item', '社團登記')?.['itemType']).toBe('administrativeLicence')
    const english = takeIn([csv('a.csv', 'No.,Task_Name,Dept Name,Legal Basis,Remarks\n1,Registration,Civil Affairs,Act 5,n')])
    expect(english.counts).toStrictEqual({ organisation: 1, item: 1 })
    expect(english.named('item', 'Registration')).toMatchObject({ basisText: 'Act 5', note: 'n' })
  })

  test('[C6.4] a second row of hints or column numbers is not an element', () => {
    const taken = takeIn([csv('a.csv', '事项名称,部门,依据\n1,2,3\n甲,县民政局,条例')])
    expect(taken.read).toStrictEqual({ headerRows: 1, repeatedHeaders: 1, rows: 1 })
    const bilingual = takeIn([csv('a.csv', '事项名称,部门名称,设定依据\ntask_name,dept_name,by_law\n甲,县民政局,条例')])
    expect(bilingual.counts).toStrictEqual({ organisation: 1, item: 1 })
  })

  test('[C6.4] a list without departments says so; the department above the header is taken', () => {
    const without = takeIn([csv('a.csv', '事项名称,设定依据\n甲,条例\n乙,办法')])
    expect([without.counts, without.codes]).toStrictEqual([{ item: 2 }, ['no-department']])
    const above = takeIn([csv('a.csv', '权责清单,,\n填报单位（盖章）：县民政局,,\n事项名称,设定依据,\n甲,条例,\n乙,办法,')])
    expect([above.counts, above.codes]).toStrictEqual([{ organisation: 1, item: 2 }, []])
    expect(lead(above, '乙')).toBe('县民政局')
  })

  test('[C6.4] heading rows are groups, or departments where no column names them', () => {
    const rows = [
      '序号,事项名称,依据',
      '一、县民政局,,',
      '（一）行政许可（共 2 项）,,',
      '1,甲,条例',
      '2,乙,条例',
      '（二）行政处罚,,',
      '3,丙,办法',
    ]
    const taken = takeIn([csv('a.csv', rows.join('\n'))])
    expect(taken.read).toStrictEqual({ headerRows: 1, sections: 3, rows: 3 })
    expect(['甲', '乙', '丙'].map(item => [lead(taken, item), unit(taken, item)])).toStrictEqual([
      ['县民政局', '行政许可'],
      ['县民政局', '行政许可'],
      ['县民政局', '行政处罚'],
    ])
  })

  test('[C6.4] a department on a row of its own is that of the rows below, beside a column of departments or across the row', async () => {
    const beside = takeIn([csv('a.csv', '牵头部门,,事项,\n单位,编码,名称,类型\n县民政局,1133,甲,许可\n县财政局,,,\n,,乙,处罚\n,,丙,处罚')])
    expect(beside.mapping.map(one => one.field)).toStrictEqual(['@organisation', '@organisationCode', 'name', 'itemType'])
    expect(['甲', '乙', '丙'].map(item => lead(beside, item))).toStrictEqual(['县民政局', '县财政局', '县财政局'])
    expect(beside.read).toStrictEqual({ headerRows: 1, sections: 1, rows: 3 })
    const rows = [['序号', '事项名称', '依据'], ['县民政局'], [1, '甲', '条例'], ['县财政局'], [1, '乙', '条例']]
    const merges = [1, 3].map(row => [row, 0, row, 2] as const)
    const across = takeIn([await workbook('a.xlsx', [{ name: 'S', rows, merges }])])
    expect(['甲', '乙'].map(item => lead(across, item))).toStrictEqual(['县民政局', '县财政局'])
  })

  test('[C6.4] columns beyond the header and rows without a name are said', () => {
    const taken = takeIn([csv('a.csv', '事项名称,部门\n甲,县民政局,多出来的\n,县财政局,条例')])
    expect(taken.warnings.filter(one => one.code !== 'ragged-rows')).toStrictEqual([
      { code: 'header-narrower', values: { file: 'a.csv', sheet: expect.any(String), rows: 2 } },
    ])
    expect(taken.refused).toMatchObject([{ row: 3, column: '事项名称', code: 'name-missing' }])
  })
})

describe('values', () => {
  test('[C6.4] codes stay text, dates and serials are understood, what is not understood is kept as a note', async () => {
    const rows = [
      ['事项名称', '部门', '部门代码', '实施编码', '生效日期', '取消日期', '频次', '是否收费', '到现场次数', '行使层级', '办件类型'],
      [
        '甲',
        '县民政局',
        '201312142.0',
        '000131001000',
        46204,
        '2028年12月31日',
        '每年一次，遇特殊情况增加',
        '不收费',
        '1次',
        '市、县级',
        '即办件',
      ],
      ['乙', '县财政局', '083372204', '1.15113E+17', '2026/7/1', '/', '按需', '收费', '0', '县（市、区）级、乡镇级', '联办件'],
    ]
    const taken = takeIn([await workbook('a.xlsx', [{ name: 'S', rows }])])
    expect(taken.named('item', '甲')).toMatchObject({
      implementationCode: '000131001000',
      effectiveFrom: '2026-07-01',
      effectiveUntil: '2028-12-31',
      frequencyText: '每年一次，遇特殊情况增加',
      fee: false,
      visits: 1,
      levels: ['county', 'prefecture'],
      caseType: 'instant',
    })
    expect(taken.named('item', '乙')).toMatchObject({ effectiveFrom: '2026-07-01', fee: true, visits: 0, note: '办件类型：联办件' })
    expect(taken.named('item', '乙')?.['levels']).toStrictEqual(['county', 'township'])
    expect(taken.of('organisation').map(one => one['alternateCodes'])).toStrictEqual([['201312142'], ['083372204']])
    expect(taken.codes).toStrictEqual(['code-rounded', 'value-kept-as-note'])
  })

  test('[C6.4] several departments in a cell: the first leads, the others assist', async () => {
    const rows = [
      ['事项名称', '牵头部门', '配合部门'],
      ['甲', '县民政局、县财政局', '县教育局\n县人力资源和社会保障局'],
      ['乙', '县卫生\n健康局', '无'],
    ]
    const taken = takeIn([await workbook('a.xlsx', [{ name: 'S', rows }])])
    expect(taken.counts).toStrictEqual({ organisation: 5, item: 2 })
    expect([lead(taken, '甲'), lead(taken, '乙')]).toStrictEqual(['县民政局', '县卫生健康局'])
    expect(taken.named('item', '甲')?.['assists']).toHaveLength(3)
    expect(taken.warnings).toStrictEqual([])
  })

  test('[C6.4] rows under one merged name are one element', async () => {
    const rows = [
      ['序号', '职权名称', '实施部门', '设定依据'],
      [1, '甲', '县民政局', '《条例》第一条'],
      [null, null, null, '《办法》第二条'],
      [2, '乙', '县民政局', '《规定》'],
    ]
    const merges = [0, 1, 2].map(column => [1, column, 2, column] as const)
    const taken = takeIn([await workbook('a.xlsx', [{ name: 'S', rows, merges }])])
    expect(taken.read).toStrictEqual({ headerRows: 1, continued: 1, rows: 2 })
    expect(taken.named('item', '甲')?.['basisText']).toBe('《条例》第一条\n《办法》第二条')
  })

  test('[C6.4] sub-items under main items; a main item that is not divided is the item', () => {
    const taken = takeIn([
      csv('a.csv', '主项名称,子项名称,实施机关\n社团登记,成立登记,民政局\n社团登记,变更登记,民政局\n公墓审批,无,民政局'),
    ])
    expect(taken.of('item').map(one => one.name)).toStrictEqual(['成立登记', '变更登记', '公墓审批'])
    expect(taken.counts['unit']).toBe(2)
  })

  test('[C6.4] names longer than 110 characters, and twice in one department', () => {
    const long = '对'.repeat(130)
    const taken = takeIn([csv('a.csv', `事项名称,部门\n${long},县民政局\n甲,县民政局\n甲,县民政局\n甲,县财政局`)])
    expect(taken.counts).toStrictEqual({ organisation: 2, item: 4 })
    expect(taken.warnings).toStrictEqual([{ code: 'same-name-twice', values: { name: '甲', count: 2 } }])
    expect(taken.named('item', long)?.name).toHaveLength(130)
  })
})
