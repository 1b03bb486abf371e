import { readFileSync } from 'node:fs'
import { dirname } from 'node:path/posix'
import { expect, test } from 'vitest'
import { violations } from './layers.ts'
import { impurities } from './purity.ts'
import { isBelow, rooms } from './rooms.ts'
import { sourcesBelow } from './sources.ts'

const ours = sourcesBelow('.')
const planted = sourcesBelow('tests/architecture/canaries/layers')

/** How many files there were when this floor was last raised. A checker that sees nothing passes everything. */
const FEWEST_FILES = 180

test('the checker sees the house', () => {
  expect(ours.length).toBeGreaterThanOrEqual(FEWEST_FILES)
  for (const room of [
    'model/base',
    'model/kinds',
    'model/document',
    'model/operations',
    'exports',
    'imports',
    'cli',
    'tests/architecture',
    'scripts',
  ])
    expect(
      ours.some(({ path }) => path.startsWith(`${room}/`)),
      room,
    ).toBe(true)
})

test('no import looks up, sideways or outside', () => {
  expect(violations(ours)).toStrictEqual([])
})

test('pure rooms ask neither clock, chance, machine nor window', () => {
  expect(impurities(ours)).toStrictEqual([])
})

test('the table itself is downwards: a room sees only rooms listed before it', () => {
  const order = Object.keys(rooms)
  for (const [room, { sees }] of Object.entries(rooms))
    for (const seen of sees) {
      const isLower = order.slice(0, order.indexOf(room)).some(other => isBelow(other, seen))
      const isFileAround = seen.endsWith('.ts') && isBelow(seen, dirname(room))
      expect(isLower || isFileAround, `${room} sees ${seen}`).toBe(true)
    }
})

test('an alias leads to the room of its name', () => {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }
  for (const [alias, target] of Object.entries(imports)) expect(target).toBe(alias.replace('#', './'))
})

test('every planted violation is found', () => {
  expect(violations(planted)).toStrictEqual(
    [
      'attic/homeless.ts is in no room',
      'cli/data.ts looks up to templates/blank/template.json',
      'cli/screen.ts looks up to renderer/app.tsx',
      'exports/bpmn/sideways.ts reaches into exports/ddl',
      'exports/ddl/computed.ts imports a computed name',
      'exports/ddl/path.ts writes a path to model/base/result.ts instead of #model/base/result.ts',
      'exports/ddl/up.ts looks up to cli/main.ts',
      'exports/ddl/xlsx.ts imports xlsx',
      'host/core/model.ts looks up to model/base/result.ts',
      'host/local/model.ts imports zod',
      'host/local/model.ts looks up to model/base/result.ts',
      'imports/table/format.ts looks up to exports/ddl/write.ts',
      'model/derive/react.ts imports react',
      'model/document/dynamic.ts looks up to exports/ddl/write.ts',
      'model/document/file.ts looks up to model/file/read.ts',
      'model/document/fflate.ts imports fflate/browser',
      'model/document/node.ts imports fs',
      'model/document/node.ts imports node:fs',
      'model/document/re-export.ts looks up to exports/ddl/write.ts',
      'model/document/type.ts looks up to exports/ddl/write.ts',
      'model/document/type-query.ts looks up to exports/ddl/write.ts',
      'model/file/migrations/kinds.ts looks up to model/kinds/index.ts',
      'model/formula/kinds.ts looks up to model/kinds/index.ts',
      'model/kinds/sibling.ts reaches into model/kinds/item.ts',
      'model/operations/compare.ts looks up to model/compare/diff.ts',
      'model/reactions/rule.ts looks up to model/rules/index.ts',
      'model/rules/l1/sideways.ts reaches into model/rules/l2',
      'model/session/operations.ts looks up to model/operations/index.ts',
      'model/session/own-alias.ts writes #model/base/result.ts inside its own room',
      'model/session/start.ts looks up to dist/cli/main.js',
      'renderer/app.tsx looks up to exports/ddl/write.ts',
      'renderer/storage/node.ts imports node:fs/promises',
      'renderer/views/one/one.tsx reaches into renderer/views/two',
      'renderer/workers/worker.ts writes a path to host/core/save.ts instead of #host/core/save.ts',
      'words/zod.ts imports zod',
    ].sort(),
  )
})

test('every planted impurity is found, and no local of the same name', () => {
  const clock = 'uses Date.now'
  expect(impurities(sourcesBelow('tests/architecture/canaries/purity'))).toStrictEqual(
    [
      `exports/chance.ts:1 uses Math.random`,
      `exports/chance.ts:2 uses Math.random`,
      `imports/timer.ts:1 uses setTimeout`,
      `imports/timer.ts:2 uses fetch`,
      `model/clock.ts:1 ${clock}`,
      `model/clock.ts:2 uses new Date(), the machine’s clock`,
      `model/clock.ts:3 uses Date(), the machine’s clock`,
      `model/clock.ts:4 ${clock}`,
      `model/clock.ts:5 ${clock}`,
      "model/locale.ts:1 uses .toLocaleString, which depends on the machine's locale",
      "model/locale.ts:2 uses .toLocaleUpperCase, which depends on the machine's locale",
      'model/locale.ts:3 uses .localeCompare without a locale',
      'model/locale.ts:4 uses Intl.Collator without a locale',
      'model/locale.ts:5 uses Intl.NumberFormat without a locale',
      'model/locale.ts:6 uses Intl.DateTimeFormat without a time zone',
      'model/surroundings.ts:1 uses process',
      'model/surroundings.ts:2 uses document',
      'model/surroundings.ts:3 uses window',
      'model/surroundings.ts:4 uses globalThis',
      'model/surroundings.ts:5 uses console',
      'model/surroundings.ts:6 uses process',
      "model/time-zone.ts:1 uses .getHours, which depends on the machine's time zone",
      'model/time-zone.ts:2 uses new Date(year, month, …), the machine’s time zone',
    ].sort(),
  )
})
