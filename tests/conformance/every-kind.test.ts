import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeListOf, codeLists } from '#model/code-lists/index.ts'
import { kindOf, kinds } from '#model/kinds/index.ts'
import type { Field } from '#model/schema/define-field.ts'
import { commonFields, type Kind } from '#model/schema/define-kind.ts'
import type { FieldValue, Line } from '#model/schema/element.ts'

const all: readonly (readonly [string, Kind])[] = kinds.map(kind => [kind.name, kind] as const)

/** Fields and, as `field.column`, the columns of small tables. */
const fieldsOf = (kind: Kind): (readonly [string, Field])[] =>
  Object.entries({ ...commonFields, ...kind.fields }).flatMap(([name, field]) => [
    [name, field] as const,
    ...Object.entries(field.columns ?? {}).map(([column, inner]) => [`${name}.${column}`, inner] as const),
  ])

/** A value of the field as a document stores it. */
function valueFor(field: Field): FieldValue {
  switch (field.type) {
    case 'text':
    case 'longText':
      return '甲、乙'
    case 'number':
      return 1.5
    case 'date':
      return '2026-02-28'
    case 'boolean':
      return false
    case 'choice':
      return codeListOf(field.list ?? '')?.values[0]?.value ?? ''
    case 'choices':
      return [...new Set(codeListOf(field.list ?? '')?.values.map(one => one.value))].sort()
    case 'texts':
      return ['乙', '甲']
    case 'ref':
      return 'other'
    case 'refs':
      return ['one', 'other']
    case 'refList':
      return ['other', 'one']
    case 'formula':
      return { text: '甲 + 1', refs: [{ name: '甲', id: 'other' }] }
    case 'duration':
      return { value: 5, unit: 'workday', words: '5工作日' }
    case 'lines':
      return [Object.fromEntries(Object.entries(field.columns ?? {}).map(([name, column]) => [name, valueFor(column)])) as Line]
    case 'settings':
      return { any: 1 }
  }
}

const full = (kind: Kind): { readonly [field: string]: unknown } => ({
  id: 'x1',
  kind: kind.name,
  name: '某',
  code: 'X-1',
  owner: 'x0',
  order: 'a0',
  custom: { own: '值' },
  ...Object.fromEntries(Object.entries({ ...commonFields, ...kind.fields }).map(([name, field]) => [name, valueFor(field)])),
})

/** Half-width punctuation beside a Chinese character. */
const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u

describe.each(all)('%s', (name, kind) => {
  test('it and every field say in Chinese what they are and what to write', () => {
    expect(kind.help).toMatch(/\p{Script=Han}.*。$/u)
    for (const [field, { label, help, type }] of fieldsOf(kind)) {
      expect([field, label]).toStrictEqual([field, expect.stringMatching(/^[\p{Script=Han}A-Za-z 、]+$/u)])
      expect([field, help]).toStrictEqual([field, expect.stringMatching(/\p{Script=Han}/u)])
      // A formula is written in half-width signs.
      if (type !== 'formula') expect([field, halfWidth.test(`${label} ${help}`)]).toStrictEqual([field, false])
      expect([field, help !== help?.trim() || help?.endsWith('。')]).toStrictEqual([field, false])
    }
    expect(halfWidth.test(kind.help)).toBe(false)
  })

  test('[C6.3] its columns have distinct headings, and so have the columns of its small tables', () => {
    const headings = ['编号', '编码', '名称', '上级', ...Object.values({ ...commonFields, ...kind.fields }).map(field => field.label)]
    expect(headings.filter((label, index) => headings.indexOf(label) !== index)).toStrictEqual([])
    for (const { columns } of Object.values(kind.fields)) {
      const labels = Object.values(columns ?? {}).map(column => column.label)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('its parents, references and lists exist, and it redeclares nothing that every element has', () => {
    expect((kind.parents ?? []).filter(parent => kindOf(parent) === undefined)).toStrictEqual([])
    expect(kind.needsOwner === true && kind.parents === undefined).toBe(false)
    for (const [field, { list, refersTo, type, whenGone, columns }] of fieldsOf(kind)) {
      expect([field, (refersTo ?? []).filter(one => one !== '*' && kindOf(one) === undefined)]).toStrictEqual([field, []])
      expect([field, list !== undefined && codeListOf(list) === undefined]).toStrictEqual([field, false])
      if (whenGone === 'remove') expect([field, type]).toStrictEqual([field, 'ref'])
      expect([field, type === 'lines']).toStrictEqual([field, columns !== undefined])
    }
    const reserved = ['id', 'kind', 'name', 'code', 'owner', 'order', 'custom', ...Object.keys(commonFields)]
    expect(reserved.filter(field => Object.hasOwn(kind.fields, field))).toStrictEqual([])
    for (const field of Object.keys(kind.fields)) expect(field).toMatch(/^[a-z][A-Za-z]*$/u)
  })

  test('an element with every field parses as it stands', () => {
    expect(kind.schema.parse(full(kind))).toStrictEqual(full(kind))
    expect(kind.accepts(full(kind))).toBe(true)
  })

  test('[C7.2] an unknown field is refused with its path, an empty or wrong value of every field too', () => {
    const refused = (fields: object): unknown[] => {
      const element = { id: 'x1', kind: name, name: '某', ...fields }
      expect(kind.accepts(element)).toBe(false)
      return (
        kind.schema.safeParse(element).error?.issues.map(issue => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path[0])) ?? []
      )
    }
    expect(refused({ unheardOf: 1 })).toStrictEqual([['unheardOf']])
    for (const [field, { type }] of Object.entries({ ...commonFields, ...kind.fields }))
      for (const wrong of ['', null, [], Number.NaN, type === 'boolean' ? 'true' : true])
        expect(new Set(refused({ [field]: wrong }))).toStrictEqual(new Set([field]))
  })

  test('[CHK-L8-SECRET] one field at most says how secret it is, since one is looked at', () => {
    expect(Object.values(kind.fields).filter(field => field.list === 'secretLevel').length).toBeLessThanOrEqual(1)
  })
})

describe('the list of kinds', () => {
  test('each kind stands in the file of its name', () => {
    const files = readdirSync(new URL('../../model/kinds/', import.meta.url)).filter(file => file !== 'index.ts')
    const named = kinds.map(kind => `${kind.name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)}.ts`)
    expect(files.sort()).toStrictEqual(named.sort())
  })

  test.each(['name', 'label', 'prefix'] as const)('no two have the same %s', key => {
    expect(new Set(kinds.map(kind => kind[key])).size).toBe(kinds.length)
  })

  test('[C9.4] every kind of the metamodel and of the contracts is there', () => {
    const left = ['coreBusiness', 'module', 'unit', 'item', 'flow', 'step', 'link', 'collaboration', 'indicator', 'dataItem', 'requirement']
    const right = ['resource', 'sharing', 'service', 'acceptance']
    const ground = ['document', 'organisation', 'post', 'system', 'component', 'basis', 'material', 'term', 'codeList', 'fieldDefinition']
    const rest = ['scene', 'majorTask', 'measure', 'demand', 'reform', 'waiver', 'comment', 'savedView', 'criterion', 'placement']
    expect(kinds.map(kind => kind.name).sort()).toStrictEqual([...left, ...right, ...ground, ...rest].sort())
  })

  test('every step of the method that people fill has its kind', () => {
    const steps = new Set(kinds.map((kind: Kind) => kind.step).filter(step => step !== undefined))
    expect([...steps].sort()).toStrictEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'R1', 'R2', 'R7'])
  })

  test('no list stands twice', () => expect(new Set(codeLists.map(list => list.id)).size).toBe(codeLists.length))
})
