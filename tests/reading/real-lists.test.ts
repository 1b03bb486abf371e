import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importers } from '#imports/index.ts'
import type { Imported } from '#imports/define-importer.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import { emptySnapshot } from '#model/document/snapshot.ts'
import { wordingOf } from '#model/wording/index.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

function take(name: string, paths: readonly string[]): Imported {
  const state = lookUp.start(emptySnapshot)
  let next = 0
  const files = paths.map(path => ({ name: path, bytes: new Uint8Array(readFileSync(data + path)) }))
  const input = {
    name,
    files,
    state,
    wording: wordingOf(state),
    newId: () => `e${next++}`,
    map: new Map<string, string>(),
    partial: false,
    removals: false,
    takeSheet: false,
  }
  const result = importers.find(one => one.sniff(input))?.read(input)
  if (!result?.ok) throw new Error(JSON.stringify(result))
  return result.value
}

function created({ delta }: Imported): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [, after] of delta.values()) if (after) counts[after.kind] = (counts[after.kind] ?? 0) + 1
  return counts
}

const whole = ({ delta }: Imported) => breachesOf(apply(emptySnapshot, delta))

describe.skipIf(!existsSync(data))('[C6.4] item lists as they are', () => {
  test('the district list: 1,135 items of 34 departments with 39 codes', () => {
    const imported = take('广安区政务服务事项清单', ['gov/derived/广安区政务服务事项清单.csv'])
    expect(imported.read['rows']).toBe(1135)
    const counts = created(imported)
    console.log(
      'district list',
      JSON.stringify({ read: imported.read, counts, warnings: imported.warnings.length, refused: imported.refused.length }),
    )
    expect([counts['item'], counts['organisation']]).toStrictEqual([1135, 34])
    const codes = new Set<string>()
    for (const [, after] of imported.delta.values())
      if (after?.kind === 'organisation')
        for (const code of [after['creditCode'], ...((after['alternateCodes'] as string[] | undefined) ?? [])])
          if (typeof code === 'string') codes.add(code)
    expect(codes.size).toBe(39)
    expect(imported.refused).toStrictEqual([])
    expect(whole(imported)).toStrictEqual([])
  })
})

const kit = existsSync(`${data}who-dak-immz`) ? readdirSync(`${data}who-dak-immz`).map(name => `who-dak-immz/${name}`) : []

describe.skipIf(kit.length === 0)('[C6.5] the immunization kit', () => {
  test('272 rows are 90 data items and 182 values; 583 of 584 links resolve', () => {
    const imported = take('who-dak-immz', kit)
    const counts = created(imported)
    console.log('kit', JSON.stringify({ read: imported.read, links: imported.links, counts, refused: imported.refused.length }))
    for (const { code, values } of imported.warnings) if (code !== 'sheet-not-understood') console.log(code, JSON.stringify(values))
    expect(imported.read).toMatchObject({ elements: 90, values: 182, indicators: 49, links: 584 })
    expect(imported.links).toBe(583)
    expect(counts).toMatchObject({ dataItem: 90, indicator: 49 })
    expect(imported.warnings.filter(one => one.code === 'reference-unknown')).toHaveLength(1)
    expect(imported.warnings.filter(one => one.code === 'indicator-without-data')).toHaveLength(4)
    expect(whole(imported)).toStrictEqual([])
  })
})
