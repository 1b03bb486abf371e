import type { View } from '#model/method/define-fact.ts'
import { datum } from '#model/method/datum.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import type { Loss } from '../define-exporter.ts'
import type { TechnicalName } from '../writing/technical-name.ts'
import { codesOf, namesForeignCodes } from './values/codes.ts'
import type { CodeTable, DataField, DataSet } from './data-set.ts'
import { dataItemToName, nameAll } from './names.ts'
import { dataItemsOf, type Selection } from './selection.ts'
import { sharingTerms } from './sharing-terms.ts'
import { isUntraced, joined, traceOf } from './trace.ts'
import { dateDigitsOf, valueTypeOf } from './values/value-type.ts'

/** What all data sets of a bundle share: one code table per list, one answer per data item. */
interface Known {
  readonly view: View
  readonly losses: Loss[]
  readonly codeTables: ReadonlyMap<ElementId, CodeTable>
  /** Data items of which type, codes and trace were already judged: a loss is said once. */
  readonly fields: Map<ElementId, Omit<DataField, 'name' | 'isKey'>>
}

/** Resources as engineers see them, and how a data item that lies in none of them is seen. */
export interface DataSets {
  readonly dataSets: readonly DataSet[]
  readonly codeTables: readonly CodeTable[]
  readonly fieldFor: (dataItem: Element, name: TechnicalName) => DataField
}

/** The selected resources as data sets, with the code tables they use. */
export function dataSetsOf(selection: Selection, view: View, losses: Loss[]): DataSets {
  const held = selection.resources.map(resource => ({
    resource,
    dataItems: dataItemsOf(resource, view).filter(({ id }) => selection.isAsked(id)),
  }))
  const taken = new Set<string>()
  const names = nameAll(
    held.map(({ resource }) => ({
      element: resource,
      field: 'mounted',
      declared: textIn(resource, 'mounted'),
      else: [resource.name, resource.code ?? ''],
    })),
    losses,
    taken,
  )
  const codeTables = codeTablesOf([...held.flatMap(({ dataItems }) => dataItems), ...askedWith(selection, view)], view, taken)
  const known: Known = { view, losses, codeTables, fields: new Map() }
  const dataSets = held.map(({ resource, dataItems }) => dataSetOf(resource, dataItems, names.get(resource.id), known))
  const used = dataSets.flatMap(({ fields }) => fields.flatMap(field => field.codes ?? []))
  return {
    dataSets,
    codeTables: [...new Set(used)],
    fieldFor: (dataItem, name) => ({ ...factsOf(dataItem, known), name, isKey: false }),
  }
}

/** Data that services are asked with, wherever it lies. */
const askedWith = ({ services }: Selection, view: View): readonly Element[] =>
  services.flatMap(service => membersIn(service, 'request')).flatMap(id => view.get(id) ?? [])

/** Code tables by the data item that uses them. */
function codeTablesOf(dataItems: readonly Element[], view: View, taken: Set<string>): ReadonlyMap<ElementId, CodeTable> {
  const found = dataItems.flatMap(dataItem => {
    const said = codesOf(dataItem, view)
    return said ? [{ dataItem, ...said }] : []
  })
  const sources = [...new Map(found.map(({ element }) => [element.id, element])).values()]
  const names = nameAll(
    sources.map(element => ({
      element,
      field: 'name',
      declared: '',
      else: [`code_${textIn(element, 'english')}`, `code_${element.name}`].filter(text => text !== 'code_'),
    })),
    [],
    taken,
  )
  const tables = new Map(
    found.flatMap(({ element, codes }) => {
      const name = names.get(element.id)
      return name ? [[element.id, { element, name, title: titleOf(element), codes }] as const] : []
    }),
  )
  return new Map(
    found.flatMap(({ dataItem, element }) => (tables.has(element.id) ? [[dataItem.id, tables.get(element.id)!] as const] : [])),
  )
}

const titleOf = ({ kind, name }: Element): string => (kind === 'codeList' ? name : `${name}代码`)

function dataSetOf(element: Element, dataItems: readonly Element[], name: TechnicalName | undefined, known: Known): DataSet {
  const { view, losses } = known
  const names = nameAll(dataItems.map(dataItemToName), losses)
  const fields = dataItems.flatMap((dataItem): DataField[] => {
    const own = names.get(dataItem.id)
    return own ? [{ ...factsOf(dataItem, known), name: own, isKey: dataItem['primaryKey'] === true }] : []
  })
  if (fields.length === 0) losses.push({ code: 'no-fields', element: element.id, field: 'items' })
  else if (!fields.some(field => field.isKey)) losses.push({ code: 'key-unknown', element: element.id, field: 'items' })
  return {
    element,
    name: name ?? { json: element.id, sql: element.id },
    provider: view.get(refIn(element, 'provider') ?? ''),
    system: view.get(refIn(element, 'system') ?? ''),
    fields,
    sharing: sharingTerms(element, dataItems),
    level: highest([textIn(element, 'securityLevel'), ...fields.map(field => textIn(field.element, 'securityLevel'))]),
    trace: joined(fields, view),
  }
}

function factsOf(dataItem: Element, known: Known): Omit<DataField, 'name' | 'isKey'> {
  const judged = known.fields.get(dataItem.id)
  if (judged) return judged
  const { view, losses } = known
  const type = valueTypeOf(dataItem, losses)
  const digits = dateDigitsOf(dataItem, type)
  const codes = usableCodes(dataItem, type.is === 'text' || type.is === 'unknown', known)
  const trace = traceOf(dataItem.id, view)
  if (isUntraced(trace)) losses.push({ code: 'untraced', element: dataItem.id, field: 'requirement' })
  else if (trace.bases.length === 0) losses.push({ code: 'basis-unknown', element: dataItem.id, field: 'basisText' })
  const fact = view.fact(datum, dataItem.id)
  const made: Omit<DataField, 'name' | 'isKey'> = {
    element: dataItem,
    type,
    ...(digits ? { digits } : {}),
    ...(codes ? { codes } : {}),
    isRequired: dataItem['mandatory'] === true || dataItem['primaryKey'] === true,
    timeliness: textIn(view.get(fact?.requirement ?? ''), 'timeliness'),
    trace,
  }
  known.fields.set(dataItem.id, made)
  return made
}

/** Codes hold for texts only: a number or a truth value is described, not enumerated. */
function usableCodes(dataItem: Element, isText: boolean, { codeTables, losses }: Known): CodeTable | undefined {
  const found = codeTables.get(dataItem.id)
  if (found !== undefined && isText) return found
  if (found !== undefined && textIn(dataItem, 'dataType') !== 'boolean')
    losses.push({ code: 'codes-untyped', element: dataItem.id, field: 'valueDomain' })
  if (found === undefined && namesForeignCodes(dataItem)) losses.push({ code: 'codes-unknown', element: dataItem.id, field: 'valueDomain' })
  return undefined
}

/** The highest level among those stated. Source: reliability G2. */
export const highest = (levels: readonly string[]): string => [...levels].sort().at(-1) ?? ''
