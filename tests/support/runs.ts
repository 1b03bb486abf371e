import { afterAll, expect } from 'vitest'

/** Cases per law: a few in every run, ten thousand in the full one, or as many as `JINGWEI_RUNS` says (contracts C9.6). */
export const numRuns = Number(process.env['JINGWEI_RUNS'] ?? (process.env['JINGWEI_FULL'] ? 10_000 : 200))

/** Prints how many cases the laws of a file ran, so that a law that checks nothing is seen; fewer than `least` fail. */
export function countCases(laws: string, least = 0): { readonly count: () => void } {
  let cases = 0
  afterAll(() => {
    process.stdout.write(`laws: ${laws} ${cases.toLocaleString('en-US')} cases\n`)
    expect(cases, laws).toBeGreaterThanOrEqual(least)
  })
  return {
    count: () => {
      cases++
    },
  }
}
