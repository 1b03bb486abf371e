import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

interface Config {
  readonly rules: Readonly<Record<string, unknown>>
  readonly categories: Readonly<Record<string, string>>
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, unknown>> }[]
  readonly ignorePatterns: readonly string[]
}

const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as Config

/** Rules that fire on the planted files, under our settings but for what these leave out. */
function rulesFiredOn(folder: string): string[] {
  mkdirSync('.tsc', { recursive: true })
  const temporary = mkdtempSync(resolve('.tsc/lint-'))
  try {
    const settings = join(temporary, 'oxlintrc.json')
    const { ignorePatterns: _, overrides: __, ...rest } = config
    writeFileSync(settings, JSON.stringify(rest))
    const given = ['node_modules/oxlint/bin/oxlint', '--type-aware', '-c', settings, '-f', 'json', folder]
    const { stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; severity: string }[] }
    expect(diagnostics.filter(({ severity }) => severity !== 'error')).toStrictEqual([])
    return [...new Set(diagnostics.map(({ code }) => code.replace(/^([\w-]+)\((.+)\)$/u, '$1/$2')))].sort()
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

test('every rule that is switched on by name fires on its planted violation', () => {
  const named = Object.entries(config.rules).filter(([, level]) => level !== 'off')
  const fired = rulesFiredOn('tests/architecture/canaries/lint')
  expect(named.map(([rule]) => rule).filter(rule => !fired.includes(rule))).toStrictEqual([])
})

test('a rule is an error or it is off', () => {
  const levels = [...Object.values(config.rules), ...config.overrides.flatMap(({ rules }) => Object.values(rules))]
  for (const level of levels) expect(['error', 'off']).toContain(Array.isArray(level) ? level[0] : level)
  expect(Object.values(config.categories)).toStrictEqual(['error'])
})
