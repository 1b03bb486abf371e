/** Options as commander gives them. */
export interface Options {
  readonly [name: string]: string | boolean | readonly string[] | undefined
}

/** Gathers an option that may be given several times. */
export const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value]

/** The text of an option; undefined where it was not given. */
export const wordOf = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** The texts of an option that may be given several times. */
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
