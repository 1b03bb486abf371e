import './steps/node-version.mjs'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleIfNeeded, bundles } from './steps/bundle.mjs'
import { conclude, report, runChecks } from './steps/checks.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { root, runTool } from './steps/run.mjs'
import { orSay } from './steps/or-say.mjs'

await orSay(async () => {
  await installIfNeeded()
  // The tests of the command line and of the screens run the bundles; a bundle that cannot be made is one failure among the others.
  const isBuilt = await report('构建', buildQuietly)
  const checks = await runChecks()
  const tests = await runTests()
  conclude({
    passed: checks.passed + tests.passed + (isBuilt ? 1 : 0),
    failed: checks.failed + tests.failed + (isBuilt ? 0 : 1),
    skipped: tests.skipped,
  })
})

async function buildQuietly() {
  try {
    await bundleIfNeeded(bundles.cli)
    await bundleIfNeeded(bundles.renderer)
    return { code: 0, output: '' }
  } catch (error) {
    return { code: 1, output: error.message }
  }
}

/** Arguments but `--full` go to vitest, so that `npm test -- model/formula` runs only those. */
async function runTests() {
  const given = process.argv.slice(2)
  const isFull = given.includes('--full')
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/tests-'))
  try {
    const results = join(folder, 'results.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
    const args = ['run', ...reporters, ...given.filter(one => one !== '--full')]
    const { code } = await runTool('node_modules/vitest/vitest.mjs', args, { shown: true, env: isFull ? { JINGWEI_FULL: '1' } : {} })
    return countTests(results, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not be loaded has no tests to fail, and an error outside any test fails none: each counts as one failure. */
function countTests(results, code) {
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every(one => one.status !== 'failed'),
  )
  const failed = numFailedTests + unloaded.length
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}
