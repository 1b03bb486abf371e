import type { Element } from '#model/schema/element.ts'
import { kinds } from '#model/kinds/index.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { kindLabel } from '../output/describe.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table, width } from '../output/print.ts'

/** What a template says of itself; those that are written as tables also say what of them is the plan's, and what each finding shows. */
interface About {
  readonly title?: string
  readonly group?: string
  readonly purpose?: string
  readonly source?: string
  readonly illustrative?: boolean
  readonly fromPlan?: string
  readonly lessons?: { readonly [rule: string]: string }
  readonly elements?: readonly Element[]
}

/** In the order in which they are listed. */
const groups = ['blank', 'worked', 'plan'] as const

/** Templates by group with what they are for, or all that one of them says. */
export async function templates(context: Context, chosen?: string): Promise<Outcome> {
  if (chosen !== undefined) return described(context, chosen)
  const read = await Promise.all((await context.templates()).map(async name => listed(name, await open(context, name))))
  const all = groups.flatMap(group => read.filter(one => one.group === group))
  const parts = groups.map(group => {
    const members = all.filter(one => one.group === group)
    const widest = Math.max(...members.map(one => width(one.name)))
    const lines = members.flatMap(one => [
      `  ${one.name}${' '.repeat(widest - width(one.name))}  ${text('cli/template-line', { title: one.title, count: one.elements })}`,
      `  ${' '.repeat(widest)}  ${one.purpose}`,
    ])
    return [text(`cli/templates-${group}`), ...lines].join('\n')
  })
  return { json: { templates: all }, text: [...parts, text('cli/templates-hint')].join('\n\n') }
}

async function open(context: Context, name: string): Promise<About> {
  const json = await context.template(name)
  if (json !== undefined) return JSON.parse(json) as About
  const values = { name, templates: await context.templates() }
  throw new CommandError('template-unknown', text('cli/template-unknown', values), exitCodes.usage)
}

const listed = (name: string, about: About) => ({
  name,
  title: about.title ?? name,
  group: about.group ?? 'blank',
  purpose: about.purpose ?? '',
  source: about.source ?? '',
  illustrative: about.illustrative ?? false,
  elements: about.elements?.length ?? 0,
})

async function described(context: Context, name: string): Promise<Outcome> {
  const about = await open(context, name)
  const { lessons = {}, fromPlan = '' } = about
  const counts = Object.fromEntries(
    kinds.flatMap(kind => {
      const count = about.elements?.filter(one => one.kind === kind.name).length ?? 0
      return count > 0 ? [[kind.name, count] as const] : []
    }),
  )
  const one = listed(name, about)
  const said = (key: string, value: string): string[] => (value === '' ? [] : [text(key, { value })])
  const holds = Object.entries(counts).map(([kind, count]) => [kindLabel(kind), kind, String(count)])
  const shows = Object.entries(lessons).map(([rule, why]) => [rule, why])
  const lines = [
    `${name}  ${text('cli/template-line', { title: one.title, count: one.elements })}`,
    one.purpose,
    ...said('cli/template-source', one.source),
    ...said('cli/template-from-plan', fromPlan),
    '',
    table([{ title: text('cli/kind') }, { title: '' }, { title: text('cli/total'), align: 'right' }], holds),
    ...(shows.length > 0 ? ['', table([{ title: text('cli/rule') }, { title: text('cli/template-why'), most: 120 }], shows)] : []),
  ]
  return { json: { templates: [{ ...one, fromPlan, counts, lessons }] }, text: lines.join('\n') }
}
