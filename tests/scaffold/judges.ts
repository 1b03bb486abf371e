import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'
import { expect } from 'vitest'
import { type Bundle, pointed } from './bundles.ts'

const standards = new URL('../fixtures/standards/', import.meta.url)

const official = (path: string): object => parse(readFileSync(new URL(path, standards), 'utf8')) as object

const vocabularies = ['applicator', 'content', 'core', 'format-annotation', 'meta-data', 'unevaluated', 'validation']

/** The official meta-schemas of JSON Schema 2020-12, not those that the validator brings. */
function metaSchemas(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, meta: false })
  formats.default(ajv)
  ajv.addFormat('media-range', true)
  for (const name of vocabularies) ajv.addMetaSchema(official(`json-schema-2020-12/meta/${name}.json`), undefined, false)
  ajv.addMetaSchema(official('json-schema-2020-12/schema.json'), undefined, false)
  return ajv
}

const ajv = metaSchemas()

/**
 * The official schema of OpenAPI 3.1. It leaves the dialect of schemas open by a dynamic reference, which this validator follows
 * wrongly; our descriptions name no dialect, so the reference is to the default one.
 */
function openApiSchema(): object {
  for (const name of ['dialect', 'meta']) ajv.addSchema(official(`openapi-3.1/${name}.yaml`))
  const text = readFileSync(new URL('openapi-3.1/schema.yaml', standards), 'utf8')
  return parse(text.replaceAll("$dynamicRef: '#meta'", '$ref: https://spec.openapis.org/oas/3.1/dialect/WORK-IN-PROGRESS')) as object
}

const isOpenApi = ajv.compile(openApiSchema())

const odcs = new Ajv2019({ strict: false, allErrors: true })
formats.default(odcs)

const isContract = odcs.compile(official('odcs-3.1.0/odcs-json-schema-v3.1.0.json'))

function expectValid(validate: ValidateFunction, value: unknown, name: string): void {
  const isValid = validate(value)
  expect(isValid, `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true)
}

/** Every JSON Schema fits the official meta-schema, and every sample record fits its schema. Gives how many of both. */
export function judgeSchemas(bundle: Bundle): { readonly schemas: number; readonly records: number } {
  let records = 0
  const isSchema = ajv.getSchema('https://json-schema.org/draft/2020-12/schema') as ValidateFunction
  for (const path of bundle.below('schemas')) {
    const { $id: _, ...schema } = bundle.json(path) as { readonly $id: string }
    expectValid(isSchema, bundle.json(path), path)
    const isRecord = ajv.compile(schema)
    const name = path.replace(/^schemas\/(.*)\.schema\.json$/u, 'samples/$1.json')
    const samples = bundle.json(name) as { readonly illustrative: unknown; readonly records: readonly unknown[] }
    expect(samples.illustrative).toBe(true)
    expect(samples.records.length).toBeGreaterThan(0)
    for (const record of samples.records) expectValid(isRecord, record, name)
    records += samples.records.length
  }
  return { schemas: bundle.below('schemas').length, records }
}

interface Operation {
  readonly operationId: string
  readonly responses: { readonly '200': { readonly content: { readonly [type: string]: Media } } }
  readonly requestBody?: { readonly content: { readonly [type: string]: Media } }
}

interface Media {
  readonly schema: object
  readonly examples: { readonly [name: string]: { readonly value: unknown } }
}

export interface OpenApi {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: object } }
}

/** The description fits the official schema, every reference leads somewhere, every example fits its schema. Gives the operations. */
export function judgeOpenApi(bundle: Bundle): readonly Operation[] {
  const described = bundle.json('openapi.json') as OpenApi
  expectValid(isOpenApi, described, 'openapi.json')
  for (const [, reference = ''] of bundle.text('openapi.json').matchAll(/"\$ref": "([^"]*)"/gu))
    expect(pointed(described, reference.slice(1)), reference).toBeDefined()
  const operations = Object.values(described.paths).flatMap(item => Object.values(item))
  expect(new Set(operations.map(one => one.operationId)).size).toBe(operations.length)
  for (const { operationId, responses, requestBody } of operations)
    for (const media of [...Object.values(responses['200'].content), ...Object.values(requestBody?.content ?? {})]) {
      const isExample = ajv.compile({ ...media.schema, components: described.components })
      for (const { value } of Object.values(media.examples)) expectValid(isExample, value, operationId)
    }
  return operations
}

/** What Redocly's recommended rules say against the description, offline. A licence is none of ours to give. */
export async function redoclyProblems(bundle: Bundle): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'], rules: { 'info-license': 'off' } })
  const problems = await lintFromString({ source: bundle.text('openapi.json'), absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`)
}

/** Every contract fits the official schema. Gives how many. */
export function judgeContracts(bundle: Bundle): number {
  const paths = bundle.below('contracts')
  for (const path of paths) expectValid(isContract, parse(bundle.text(path)), path)
  return paths.length
}

const bundleSchema = JSON.parse(readFileSync(new URL('../../docs/schemas/bundle.json', import.meta.url), 'utf8')) as object

const isListing = new Ajv2020({ strict: false, allErrors: true }).compile(bundleSchema)

/** `bundle.json` fits its schema, names every file and id, and every field stands where it says. */
export function judgeListing(bundle: Bundle): void {
  const { files, fields, elements } = bundle.listing
  expectValid(isListing, bundle.listing, 'bundle.json')
  expect(files.map(({ path }) => path)).toStrictEqual(bundle.paths.filter(path => path !== 'bundle.json'))
  const known = new Set(Object.keys(elements))
  const texts = new Map<string, unknown>()
  const parsed = (path: string): unknown => {
    if (!texts.has(path)) texts.set(path, read(bundle, path))
    return texts.get(path)
  }
  for (const { trace } of [...files, ...fields]) for (const id of Object.values(trace).flat()) expect(known.has(id), id).toBe(true)
  for (const { name, places } of fields)
    for (const { file, at } of places) {
      if (file.endsWith('.sql')) {
        const [table, column] = at.split('.')
        expect(parsed(file)).toContain(`COMMENT ON COLUMN "${table}"."${column}"`)
      } else
        expect(pointed(parsed(file), at), `${file} ${at}`).toMatchObject(
          file.endsWith('.yaml') ? { name } : { 'x-element': expect.any(String) as string },
        )
    }
}

function read(bundle: Bundle, path: string): unknown {
  if (path.endsWith('.json')) return bundle.json(path)
  return path.endsWith('.yaml') ? parse(bundle.text(path)) : bundle.text(path)
}
