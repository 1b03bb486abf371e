import { readdir, readFile } from 'node:fs/promises'
import { kinds } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'

/** Schemas of the commands' answers lie beside the folder of the bundle, with the other documents. */
const folder = new URL('../../docs/schemas/', import.meta.url)

/** The JSON Schema of a command's answer, or of the elements of a document. Source: contracts C5.3. */
export async function schema(_: Context, command: string | undefined): Promise<Outcome> {
  const found = command === undefined ? documentSchema() : await commandSchema(command)
  return { json: found, text: JSON.stringify(found, undefined, 2) }
}

async function commandSchema(command: string): Promise<unknown> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5))
  if (!names.includes(command)) throw new CommandError('usage', text('cli/schema-hint', { commands: names }), exitCodes.usage)
  return JSON.parse(await readFile(new URL(`${command}.json`, folder), 'utf8')) as unknown
}

/** Elements of every kind, as they stand in a document. */
function documentSchema(): unknown {
  const definitions = Object.fromEntries(kinds.map(kind => [kind.name, z.toJSONSchema(kind.schema, { unrepresentable: 'any' })]))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'jingwei element',
    anyOf: kinds.map(kind => ({ $ref: `#/$defs/${kind.name}` })),
    $defs: definitions,
  }
}
