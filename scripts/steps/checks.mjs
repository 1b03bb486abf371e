import { runTool } from './run.mjs'

/** The static checks, in the order in which a mistake is cheapest to understand. */
const checks = [
  { title: '类型', tool: 'node_modules/typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
  { title: '规则', tool: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware'] },
  { title: '格式', tool: 'node_modules/@biomejs/biome/bin/biome', args: ['ci', '--colors=off', '--reporter=summary', '.'] },
  { title: '闲置', tool: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
]

/** Runs all of them, even if one fails, and gives how many passed and failed. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { title, tool, args } of checks) {
    const isFine = await report(title, () => runTool(tool, args))
    counts[isFine ? 'passed' : 'failed']++
  }
  return counts
}

/** Does one thing, prints a line about it, and what it printed itself only if it failed. */
export async function report(title, work) {
  const start = performance.now()
  const { code, output } = await work()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${title}（${seconds} 秒）`)
  if (code !== 0) console.log(output)
  return code === 0
}

/** The last line of every check and test run. */
export function conclude({ passed, failed, skipped }) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  if (failed > 0) process.exitCode = 1
}
