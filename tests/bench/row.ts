import type { SizeName } from '#demo/index.ts'
import type { Timing } from './measure.ts'
import type { World } from './world.ts'

/** What may not be missed, and where the floors say it can go; in the unit of the row. */
export interface Target {
  readonly budget: number
  readonly aim?: number
}

/** What somebody else needs for the same work. */
export interface Other {
  readonly name: string
  readonly cost: number
  readonly runs: number
}

export interface Figures {
  readonly ours: Timing
  /** What the platform alone costs. */
  readonly floor?: Other
  /** What a user or an engineer would take instead. */
  readonly peers?: readonly Other[]
  readonly note?: string
}

/** One line of the report. */
export interface Row {
  /** `--only` takes any part of it. */
  readonly id: string
  readonly title: string
  readonly unit?: 'ms' | 'MB'
  readonly sizes: readonly SizeName[]
  readonly targets?: { readonly [Size in SizeName]?: Target }
  /** How many times the cost of a floor or peer, by its name, ours may be. */
  readonly timesOthers?: { readonly [name: string]: number }
  /** The figure the targets are for. */
  readonly judged?: 'median' | 'p95'
  readonly measure: (world: World) => Promise<Figures> | Figures
}

export const defineRow = (row: Row): Row => row

export const other = (name: string, { median, runs }: Timing): Other => ({ name, cost: median, runs })

/** Every size but the last, which is asked for knowingly. */
export const usual: readonly SizeName[] = ['S', 'M', 'L']

export const all: readonly SizeName[] = ['S', 'M', 'L', 'XL']
