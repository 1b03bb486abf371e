import type { Element, ElementId } from '#model/schema/element.ts'
import type { TechnicalName } from '../writing/technical-name.ts'

/** What a value is, apart from how a format writes it. */
export type ValueType =
  | { readonly is: 'text'; readonly length?: number }
  | { readonly is: 'decimal'; readonly digits?: number; readonly scale?: number }
  | { readonly is: 'integer' | 'float' | 'boolean' | 'date' | 'timestamp' | 'binary' | 'unknown' }

/** How a date is written where it is not ISO 8601: digits only. */
export type DateDigits = 'YYYYMM' | 'YYYYMMDD' | 'YYYYMMDDHHMMSS'

export interface Code {
  readonly code: string
  readonly label: string
  readonly note?: string
}

/** The values a coded field may take. */
export interface CodeTable {
  /** The code list, or the data item whose value domain says them. */
  readonly element: Element
  readonly name: TechnicalName
  readonly title: string
  readonly codes: readonly Code[]
}

/** Why something is asked for: ids of elements, in natural order. `bases` may also name where a basis stands in words: `id#basisText`. */
export interface Trace {
  readonly requirements: readonly ElementId[]
  readonly indicators: readonly ElementId[]
  readonly items: readonly ElementId[]
  readonly bases: readonly string[]
}

/** One datum of a resource. */
export interface DataField {
  readonly element: Element
  readonly name: TechnicalName
  readonly type: ValueType
  readonly digits?: DateDigits
  readonly codes?: CodeTable
  readonly isKey: boolean
  readonly isRequired: boolean
  /** Some requirement asks for it within minutes. */
  readonly timeliness: string
  readonly trace: Trace
}

/** A resource as engineers see it: a table, a schema, a contract. */
export interface DataSet {
  readonly element: Element
  readonly name: TechnicalName
  readonly provider: Element | undefined
  readonly system: Element | undefined
  readonly fields: readonly DataField[]
  /** The highest level of what it holds; empty where none is stated. */
  readonly level: string
  readonly sharing: SharingTerms
  readonly trace: Trace
}

/** On what terms a resource is shared and opened: as it states, else as its data items together do. Values of code lists. */
export interface SharingTerms {
  readonly shareType: string
  readonly shareCondition: string
  readonly openType: string
  readonly openCondition: string
}

/** A service as an interface. */
export interface ServiceInterface {
  readonly element: Element
  readonly name: TechnicalName
  /** What the operation is called in code. */
  readonly operation: string
  readonly dataSet: DataSet
  readonly path: string
  /** The model names the path; else it is our proposal. */
  readonly isDeclared: boolean
  readonly request: readonly DataField[]
  readonly response: readonly DataField[]
  readonly trace: Trace
}
