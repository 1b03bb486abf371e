import { InvalidArgumentError } from 'commander'

/** Options as commander gives them. */
export interface Options {
  readonly [name: string]: string | boolean | readonly string[] | undefined
}

/** For options that may be given several times. */
export const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value]

/** For options that take only these words; several times, or several joined by commas. */
export const amongst =
  (...allowed: readonly string[]) =>
  (value: string, all: readonly string[] = []): readonly string[] => {
    const words = value.split(/[,，]/u)
    const wrong = words.find(one => !allowed.includes(one))
    if (wrong !== undefined) throw new InvalidArgumentError(`'${wrong}'`)
    return [...all, ...words]
  }

export const wordOf = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export const listOf = (options: Options, name: string): readonly string[] => {
  const value = options[name]
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** With only the options that were given. */
export function given<K extends string>(options: Options, ...names: readonly K[]): { readonly [name in K]?: string } {
  return Object.fromEntries(names.flatMap(name => (wordOf(options, name) === undefined ? [] : [[name, wordOf(options, name)]]))) as {
    readonly [name in K]?: string
  }
}
