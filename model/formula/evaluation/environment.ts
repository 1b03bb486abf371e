import type { Problem } from '../problems.ts'
import type { Rational } from '../rational.ts'

/** One record of a resource: data item id to its text; absent means empty. */
export type SampleRecord = ReadonlyMap<string, string>

/**
 * What a formula is evaluated with. An offset counts periods of the indicator backwards: 0 is this period, 1 the one before,
 * `periodsPerYear` the same period last year. Records belong to offset 0 only. Source: contracts C4.3, C4.8.
 */
export interface Environment {
  /** The sample of an aggregate call, or of a data item that stands alone; by `key` of its tree. */
  readonly sample: (call: string, offset: number) => Rational | undefined
  readonly kindOf: (id: string) => 'dataItem' | 'indicator' | undefined
  /** Asked once per name and offset in the formula; whoever answers keeps indicators from being worked out again and again. */
  readonly indicator: (id: string, offset: number) => Evaluation
  readonly resourceOf: (dataItem: string) => string | undefined
  readonly records: (resource: string) => readonly SampleRecord[] | undefined
  /** Periods of the indicator in a year, at least 1. */
  readonly periodsPerYear: number
  /** Which period of its year this is, counted from 1. */
  readonly period: number
}

/** What has neither a sample nor records. That is no error. */
export interface Missing {
  readonly call: string
  readonly offset: number
}

export interface Evaluation {
  /** Absent when something is missing or wrong. */
  readonly value?: Rational
  readonly missing: readonly Missing[]
  readonly problems: readonly Problem[]
}
