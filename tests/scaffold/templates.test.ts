import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { snapshotOf } from '#model/document/snapshot.ts'
import type { Element } from '#model/schema/element.ts'
import { everyBundle } from './bundles.ts'
import { judgeContracts, judgeListing, judgeOpenApi, judgeSchemas, redoclyProblems } from './judges.ts'

const templates = new URL('../../templates/', import.meta.url)

const names = readdirSync(templates, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))

describe('every template', () => {
  test.each(names)('%s', async name => {
    const { elements } = JSON.parse(readFileSync(new URL(`${name}/template.json`, templates), 'utf8')) as { elements: readonly Element[] }
    const bundles = await everyBundle(snapshotOf(elements))
    const resources = elements.filter(({ kind }) => kind === 'resource').length
    expect(bundles.reduce((sum, bundle) => sum + bundle.below('schemas').length, 0)).toBe(resources)
    for (const bundle of bundles) {
      judgeSchemas(bundle)
      judgeOpenApi(bundle)
      judgeContracts(bundle)
      judgeListing(bundle)
      expect(await redoclyProblems(bundle)).toStrictEqual([])
    }
  })
})
