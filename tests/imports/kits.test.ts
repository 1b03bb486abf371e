import { describe, expect, test } from 'vitest'
import { csv, type TakenIn, takeIn, type TestSheet, workbook } from './take-in.ts'

const dictionary = [
  '[ANC] Data Element ID',
  'Data Element Label',
  'Description and Definition',
  'Data Type',
  'Input Options',
  'Linkages to Aggregate Indicators',
]

const indicators: TestSheet = {
  name: 'Monitoring',
  rows: [
    ['Indicator code', 'Indicator name', 'Definition', 'Numerator', 'Denominator'],
    ['ANC.IND.3', 'ANC first contact coverage', 'Share of women', 'Women with a contact', 'All women'],
    ['ANC.IND.4', 'ANC contacts completed', 'Share of contacts', 'Contacts', 'All contacts'],
    ['ANC.IND.05', 'Iron supplementation', 'Share with iron', 'Women with iron', 'All women'],
  ],
}

const dataOf = (taken: TakenIn, indicator: string): readonly (string | undefined)[] => {
  const ids = (taken.named('indicator', indicator)?.['dataItems'] as readonly string[] | undefined) ?? []
  return ids.map(id => taken.elements.find(one => one.id === id)?.name).sort()
}

const without = (taken: TakenIn, ...codes: readonly string[]): readonly string[] => taken.codes.filter(code => !codes.includes(code))

describe('where the tables stand', () => {
  test('[C6.5] one workbook, header in row 5 below a merged title, other column order, prose links, a cover sheet', async () => {
    const file = await workbook('anything.xlsx', [
      { name: 'Read me', rows: [['About this kit'], ['Version 2']] },
      {
        name: 'Blatt 3',
        rows: [
          ['Antenatal care: core data dictionary'],
          ['Version 2', null, 'Draft'],
          [],
          ['Please read the notes first.'],
          ['Linkages to Aggregate Indicators', 'Data Type', 'Data Element Label', '[ANC] Data Element ID', 'Definition'],
          ['Used for indicators ANC.IND.3 and ANC.IND.4; see also ANC.IND.05.', 'Coding', 'Contact', 'ANC.A.DE1', 'Which contact'],
          [null, 'Codes', 'First contact', 'ANC.A.DE2', null],
          ['anc.ind. 4', 'Codes', 'Second contact', 'ANC.A.DE3', null],
          ['Not linked', 'Boolean', 'Iron given', 'ANC.A.DE4', null],
        ],
        merges: [[0, 0, 0, 4]],
      },
      indicators,
    ])
    const taken = takeIn([file])
    expect(taken.importer).toBe('dak')
    expect(taken.read).toStrictEqual({ elements: 2, values: 2, indicators: 3, links: 4, activities: 0, references: 0, notes: 0 })
    expect(taken.links).toBe(4)
    expect(taken.counts).toStrictEqual({ dataItem: 2, codeList: 1, indicator: 3 })
    expect(dataOf(taken, 'ANC contacts completed')).toStrictEqual(['Contact'])
    expect(taken.named('indicator', 'ANC contacts completed')?.['dataFilters']).toMatchObject([{ value: 'Second contact' }])
    expect(taken.named('dataItem', 'Iron given')).toMatchObject({ code: 'ANC.A.DE4', dataType: 'boolean', note: 'Not linked' })
    expect(taken.warnings).toStrictEqual([
      { code: 'sheet-not-understood', values: { file: 'anything.xlsx', sheet: 'Read me', rows: 2 } },
      { code: 'link-not-understood', values: { from: 'ANC.A.DE4', text: 'Not linked' } },
    ])
  })

  test('[C6.5] hidden sheets count and are said; headings and repeated headers do not', async () => {
    const file = await workbook('kit.xlsx', [
      {
        name: 'D',
        hidden: true,
        rows: [
          dictionary,
          ['Registration'],
          ['X.DE1', 'Name', 'Full name', 'String', null, 'ANC.IND.3'],
          dictionary,
          ['X.DE2', 'Born', null, 'Date', null, 'ANC.IND.4'],
        ],
      },
      indicators,
    ])
    const taken = takeIn([file])
    expect(taken.read).toMatchObject({ elements: 2, values: 0, indicators: 3, links: 2, notes: 2 })
    expect(without(taken, 'indicator-without-data')).toStrictEqual(['sheet-hidden'])
    expect(taken.named('dataItem', 'Born')?.['dataType']).toBe('date')
  })

  test('[C6.5] a kit as text files, and files that are no tables', () => {
    const taken = takeIn([
      csv('a.csv', 'Data Element ID,Data Element Label,Data Type,Indicators\nX.DE1,Name,String,ANC.IND.3'),
      csv('b.csv', 'Indicator ID,Indicator name,Numerator\nANC.IND.3,Coverage,Women'),
      csv('c.bpmn', '<bpmn/>'),
    ])
    expect(taken.read).toMatchObject({ elements: 1, indicators: 1, links: 1 })
    expect([taken.links, taken.codes]).toStrictEqual([1, ['file-not-taken']])
  })
})

describe('ids', () => {
  test('[C6.5] ids repeated on other sheets are references to the shared one, wherever that stands', async () => {
    const head = ['Activity ID', 'Data Element ID', 'Data Element Label', 'Data Type', 'Linkages to Aggregate Indicators']
    const file = await workbook('kit.xlsx', [
      {
        name: 'Visit',
        rows: [
          head,
          ['ANC.B1. Register client', 'S.DE1', null, null, 'ANC.IND.3'],
          ['ANC.B2. Take history', 'S.DE2', 'Weight', 'Quantity', null],
        ],
      },
      {
        name: 'Shared',
        rows: [
          head,
          [null, 'S.DE1', 'Client id', 'ID', 'ANC.IND.4'],
          ['ANC.B3. Follow up', 's.de2', 'weight', null, 'ANC.IND.3'],
          ['ANC.B4. Refer', 'S.DE9', null, null, null],
        ],
      },
      indicators,
    ])
    const taken = takeIn([file])
    expect(taken.read).toMatchObject({ elements: 2, references: 2, indicators: 3, links: 3, activities: 3 })
    expect(dataOf(taken, 'ANC first contact coverage')).toStrictEqual(['Client id', 'Weight'])
    expect(taken.named('item', 'Register client')?.['needs']).toStrictEqual([taken.named('dataItem', 'Client id')?.id])
    expect(taken.named('dataItem', 'Weight')?.['dataType']).toBe('numeric')
    const unknown = taken.warnings.filter(one => one.code === 'reference-unknown')
    expect(unknown).toStrictEqual([{ code: 'reference-unknown', values: { from: 'Shared', to: 'S.DE9' } }])
  })

  test('[C6.5] one id for two labels is two elements, with a warning; placeholder ids are text', async () => {
    const file = await workbook('kit.xlsx', [
      {
        name: 'D',
        rows: [
          dictionary,
          ['X.DE1', 'Height', null, 'Quantity', null, 'ANC.IND.3'],
          ['X.DE1', 'Weight', null, 'Quantity', null, 'ANC.IND.3'],
          ['X.DE[n]', 'Dose', null, 'Quantity', null, 'TBD'],
          ['TBD', 'Place', null, 'String', null, 'n/a'],
        ],
      },
      indicators,
    ])
    const taken = takeIn([file])
    expect(taken.read).toMatchObject({ elements: 4, links: 2 })
    expect(dataOf(taken, 'ANC first contact coverage')).toStrictEqual(['Height', 'Weight'])
    expect(without(taken, 'indicator-without-data')).toStrictEqual(['id-used-twice'])
    expect([taken.named('dataItem', 'Dose')?.code, taken.named('dataItem', 'Place')?.code]).toStrictEqual(['X.DE[n]', undefined])
  })

  test('[C6.5] links to ids that do not exist are counted, and the id that was meant is named', async () => {
    const rows = [dictionary, ['X.DE1', 'Height', null, 'Quantity', null, 'ANC.IND.5, ANC.IND.3.1 or ANC.IND.99']]
    const taken = takeIn([await workbook('kit.xlsx', [{ name: 'D', rows }, indicators])])
    expect([taken.read['links'], taken.links]).toStrictEqual([3, 0])
    expect(taken.warnings.filter(one => one.code === 'reference-unknown').map(one => one.values)).toStrictEqual([
      { from: 'X.DE1', to: 'ANC.IND.5', meant: 'ANC.IND.05' },
      { from: 'X.DE1', to: 'ANC.IND.3.1' },
      { from: 'X.DE1', to: 'ANC.IND.99' },
    ])
  })

  test('[C6.5] indicators named in full, without ids or with numbers alone', async () => {
    const rows = [
      dictionary,
      ['X.DE1', 'Height', null, 'Quantity', null, 'Feeds "ANC first contact coverage" (monthly).'],
      ['X.DE2', 'Weight', null, 'Quantity', null, '1, 2'],
    ]
    const names = [
      ['Indicator number', 'Indicator name', 'Numerator'],
      [1, 'ANC first contact coverage', 'a'],
      [2, 'ANC contacts', 'b'],
    ]
    const taken = takeIn([
      await workbook('kit.xlsx', [
        { name: 'D', rows },
        { name: 'I', rows: names },
      ]),
    ])
    expect([taken.read['links'], taken.links]).toStrictEqual([3, 3])
    expect(dataOf(taken, 'ANC first contact coverage')).toStrictEqual(['Height', 'Weight'])
    const unnumbered = takeIn([
      await workbook('kit.xlsx', [
        { name: 'D', rows: rows.slice(0, 2) },
        { name: 'I', rows: names.map(row => row.slice(1)) },
      ]),
    ])
    expect([unnumbered.read['indicators'], unnumbered.links]).toStrictEqual([2, 1])
  })
})

describe('values', () => {
  test('[C6.5] values on a sheet of their own belong to the elements that name the sheet, or whose id they give', async () => {
    const file = await workbook('kit.xlsx', [
      { name: 'Antigens', rows: [dictionary, ['V1', 'BCG', null, 'Codes', null, 'ANC.IND.3'], ['V2', 'Polio', null, 'Codes', null, null]] },
      { name: 'Lists', rows: [dictionary, ['X.DE2', 'Yes', null, 'Codes', null, null], ['X.DE2', 'No', null, 'Codes', null, null]] },
      { name: 'Colours', rows: [dictionary, ['C1', 'Red', null, 'Codes', null, null]] },
      {
        name: 'D',
        rows: [
          dictionary,
          ['X.DE1', 'Vaccine', null, 'Coding', 'See the Antigens sheet', null],
          ['X.DE2', 'Given', null, 'Coding', null, null],
        ],
      },
      indicators,
    ])
    const taken = takeIn([file])
    expect(taken.read).toMatchObject({ elements: 2, values: 5, links: 1 })
    expect(taken.counts).toMatchObject({ codeList: 3, dataItem: 2 })
    expect(taken.named('dataItem', 'Vaccine')?.['valueList']).toBe(taken.named('codeList', 'Antigens')?.id)
    expect(taken.named('codeList', 'Given')?.['values']).toStrictEqual([{ label: 'Yes' }, { label: 'No' }])
    expect(taken.named('indicator', 'ANC first contact coverage')?.['dataFilters']).toMatchObject([{ value: 'BCG' }])
    expect(taken.warnings.filter(one => one.code === 'values-without-element')).toStrictEqual([
      { code: 'values-without-element', values: { sheet: 'Colours', count: 1 } },
    ])
  })
})

describe('only one side', () => {
  test('[C6.5] indicators that list their data elements by id or by label', async () => {
    const file = await workbook('kit.xlsx', [
      {
        name: 'D',
        rows: [
          ['Data Element ID', 'Data Element Label', 'Data Type'],
          ['X.DE1', 'Height', 'Quantity'],
          ['X.DE2', 'Weight', 'Quantity'],
        ],
      },
      {
        name: 'I',
        rows: [
          ['Indicator ID', 'Indicator name', 'Numerator', 'Data elements used'],
          ['I.1', 'Growth', 'Children', 'X.DE1 divided by X.DE2 (and X.DE7)'],
          ['I.2', 'Heaviness', 'Children', 'Weight'],
        ],
      },
    ])
    const taken = takeIn([file])
    expect([taken.read['links'], taken.links]).toStrictEqual([4, 3])
    expect([dataOf(taken, 'Growth'), dataOf(taken, 'Heaviness')]).toStrictEqual([['Height', 'Weight'], ['Weight']])
    expect(taken.warnings).toStrictEqual([{ code: 'reference-unknown', values: { from: 'I.1', to: 'X.DE7' } }])
  })

  test('[C6.5] a dictionary without indicators keeps its links as text; taken in after them, it is linked', async () => {
    const rows = [dictionary, ['X.DE1', 'Height', null, 'Quantity', null, 'ANC.IND.3']]
    const file = await workbook('d.xlsx', [{ name: 'D', rows }])
    const alone = takeIn([file])
    expect(alone.counts).toStrictEqual({ dataItem: 1 })
    expect([alone.named('dataItem', 'Height')?.['note'], alone.codes]).toStrictEqual(['ANC.IND.3', ['link-not-understood']])
    const { state } = takeIn([await workbook('i.xlsx', [indicators])])
    const after = takeIn([file], { state })
    expect([after.links, after.codes]).toStrictEqual([1, []])
    const height = after.named('dataItem', 'Height')?.id
    expect(after.named('indicator', 'ANC first contact coverage')?.['dataItems']).toStrictEqual([height])
  })

  test('[C6.5] the same kit taken in twice changes nothing the second time', async () => {
    const rows = [
      ['Activity ID', ...dictionary],
      ['ANC.B1. Register', 'X.DE1', 'Kind', 'Which', 'Coding', null, 'ANC.IND.3'],
      ['ANC.B1. Register', 'X.DE2', 'One', null, 'Codes', null, 'ANC.IND.4'],
      ['ANC.B2. Measure', 'X.DE3', 'Height', null, 'Quantity', null, null],
    ]
    const files = [await workbook('kit.xlsx', [{ name: 'D', rows }, indicators])]
    const first = takeIn(files)
    expect(first.counts).toStrictEqual({ dataItem: 2, codeList: 1, indicator: 3, coreBusiness: 1, module: 1, unit: 1, item: 2 })
    const second = takeIn(files, { state: first.state })
    expect([second.delta.size, second.read]).toStrictEqual([0, first.read])
  })
})
