import { elementsOf, type SizeName, sizes } from '#demo/index.ts'
import type { Change, Delta } from '#model/document/delta.ts'
import { applyDelta } from '#model/operations/index.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { newDocument } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'

/** A document from a template; never over a file that is there. */
export async function create(
  context: Context,
  path: string,
  options: { readonly template: string; readonly name?: string },
): Promise<Outcome> {
  const json = await context.template(options.template)
  if (json === undefined)
    throw new CommandError(
      'template-unknown',
      text('cli/template-unknown', { name: options.template, templates: await context.templates() }),
      exitCodes.usage,
    )
  const { elements } = JSON.parse(json) as { readonly elements: readonly Element[] }
  const named = elements.map(one =>
    one.kind === 'document'
      ? {
          ...one,
          id: context.newId(),
          name: options.name ?? one.name,
          ...(one['createdOn'] === undefined ? { createdOn: context.today } : {}),
        }
      : one,
  )
  await saveNew(context, path, named)
  return {
    json: { path, template: options.template, elements: elements.length },
    text: text('cli/created', { path, template: options.template, count: elements.length }),
  }
}

interface DemoOptions {
  readonly demo: string
  readonly seed?: string
  readonly template?: string
  readonly name?: string
}

/** A made-up document of a size; the same size and seed give the same bytes on every day and machine, so nothing here is new. */
export async function createDemo(context: Context, path: string, options: DemoOptions): Promise<Outcome> {
  const { demo } = options
  if (options.template !== undefined) throw new CommandError('usage', text('cli/demo-or-template'), exitCodes.usage)
  if (!isSize(demo)) throw new CommandError('usage', text('cli/demo-size', { written: demo, sizes: Object.keys(sizes) }), exitCodes.usage)
  const seed = seedIn(options.seed ?? '1')
  if (context.heap < (neededHeap[demo] ?? 0)) {
    const values = { size: demo, needed: neededHeap[demo] ?? 0, heap: Math.floor(context.heap) }
    throw new CommandError('usage', text('cli/demo-heap', values), exitCodes.usage)
  }
  if (sizes[demo] >= SLOW_TO_MAKE) context.note(text('cli/demo-making', { count: sizes[demo] }))
  const elements = elementsOf(sizes[demo], seed).map(one =>
    one.kind === 'document' ? { ...one, name: options.name ?? text('cli/demo-name', { size: demo, seed }) } : one,
  )
  await saveNew(context, path, elements)
  return {
    json: { path, demo, seed, elements: elements.length },
    text: text('cli/created-demo', { path, size: demo, seed, count: elements.length }),
  }
}

/** Elements from which making a document takes over a second. */
const SLOW_TO_MAKE = 50_000

/** Megabytes without which Node would end the program in the middle, with no sentence: 2,048 are too few, 4,144 enough. */
const neededHeap: { readonly [Size in SizeName]?: number } = { XL: 4_000 }

const isSize = (written: string): written is SizeName => Object.hasOwn(sizes, written)

const MOST_SEED = 2 ** 31 - 1

function seedIn(written: string): number {
  const seed = /^\d{1,10}$/u.test(written) ? Number(written) : Number.NaN
  if (!(seed <= MOST_SEED)) throw new CommandError('usage', text('cli/demo-seed', { written, most: MOST_SEED }), exitCodes.usage)
  return seed
}

async function saveNew(context: Context, path: string, elements: readonly Element[]): Promise<void> {
  const document = newDocument(context, path)
  const delta: Delta = new Map(elements.map((element): readonly [ElementId, Change] => [element.id, [undefined, element]]))
  document.run(applyDelta, { delta })
  await document.save('document/new')
}
