import type { Element } from '../../schema/element.ts'

/** The longest run of digits whose length still fits before it in one letter; no code comes near. */
const LONGEST_RUN = 0x1000

const runs = /\d+/gu

/** A text whose code-unit order is the order in which people count: `A2` before `A10`, digits before all else. For sorting many names at once. */
export function naturalKey(text: string): string {
  if (!/\d/u.test(text)) return text
  return text.replace(runs, run => {
    const digits = run.replace(/^0+(?=\d)/u, '')
    return `\u0001${String.fromCharCode(Math.min(digits.length, LONGEST_RUN))}${digits}`
  })
}

/** The same for elements: by code, then name, those without a code last; the id makes it total. */
export const elementKey = ({ code, name, id }: Element): string =>
  `${code === undefined ? '\uFFFF' : naturalKey(code)}\u0000${naturalKey(name)}\u0000${id}`
