import { codeListOf } from '#model/code-lists/index.ts'
import type { Element } from '#model/schema/element.ts'
import type { Loss } from '#exports/define-exporter.ts'
import { type Scaffold, scaffold, type ScaffoldRefusal, type Zone } from '#exports/scaffold/scaffold.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { type DocumentFile, failed } from '../document-file.ts'
import { kindLabel, titleOf } from '../output/describe.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { lossText } from '../output/loss-text.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'
import { elementOf } from '../opened.ts'
import { stopMarkedDocument } from './secret-guard.ts'

export interface ScaffoldOptions {
  readonly out?: string
  readonly system?: string
  readonly module?: string
  readonly zone?: string
}

/** Elements from which a person waits over a second and is told for what. */
const SLOW = 1_000

/** Writes the folder for the engineers of a platform. */
export async function writeScaffold(context: Context, document: DocumentFile, options: ScaffoldOptions): Promise<Outcome> {
  const { out } = options
  if (out === undefined) throw new CommandError('usage', text('cli/scaffold-out'), exitCodes.usage)
  const scope = scopeOf(document, options)
  const zone = zoneOf(document, options.zone)
  await stopMarkedDocument(context, document)
  if (document.state().snapshot.size > SLOW) context.note(text('cli/writing', { format: out }))
  const input = { view: document.view(), wording: document.wording() }
  const made = await scaffold(input, { ...(scope ? { scope } : {}), ...(zone === undefined ? {} : { zone }) })
  if (!made.ok) return refused(made.error, document)
  const written = await context.store.writeNewFolder(out, made.value.files, context.signal)
  await context.record({ event: 'export', object: document.id, result: written.ok ? 'ok' : written.error.code })
  if (!written.ok) return failed(written.error, out, exitCodes.notSaved)
  return { json: answerOf(made.value, out), text: printed(made.value, out, document) }
}

function scopeOf(document: DocumentFile, { system, module }: ScaffoldOptions): Element | undefined {
  if (system !== undefined && module !== undefined) throw new CommandError('usage', text('cli/scaffold-one-scope'), exitCodes.usage)
  if (system !== undefined) return ofKind(document, system, 'system')
  return module === undefined ? undefined : ofKind(document, module, 'module')
}

/** An id names an element of any kind; a system is asked for, so nothing else will do. */
function ofKind(document: DocumentFile, written: string, kind: string): Element {
  const element = elementOf(document, written, [kind])
  if (element.kind === kind) return element
  const values = { written, kind: kindLabel(kind) }
  throw new CommandError('usage', text('cli/scaffold-kind', values), exitCodes.usage)
}

function zoneOf(document: DocumentFile, written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const zone = document.wording().valueOf('networkZone', written)
  if (zone !== undefined) return zone
  const zones = (codeListOf('networkZone')?.values ?? []).map(({ label }) => label)
  throw new CommandError('usage', text('cli/scaffold-zone-unknown', { written, zones }), exitCodes.usage)
}

/** Names shown in a line before the rest is only counted. */
const SHOWN = 5

const some = (elements: readonly Element[]): string =>
  [...elements.slice(0, SHOWN).map(titleOf), ...(elements.length > SHOWN ? ['…'] : [])].join('、')

function refused(refusal: ScaffoldRefusal, document: DocumentFile): never {
  const lines = [text(`scaffold/${refusal.code}`)]
  if (refusal.code === 'classified') lines.push(...refusal.elements.map(one => `  ${kindLabel(one.kind)}  ${titleOf(one)}`))
  if (refusal.code === 'zones-mixed' || refusal.code === 'zone-empty') lines.push(...refusal.zones.map(one => zoneLine(one, document)))
  throw new CommandError(refusal.code, lines.join('\n'), exitCodes.refused)
}

const zoneLine = ({ zone, resources }: Zone, document: DocumentFile): string =>
  text(zone === '' ? 'scaffold/zone-unstated' : 'scaffold/zone', {
    zone: document.wording().labelOf('networkZone', zone),
    count: resources.length,
    names: some(resources),
  })

const answerOf = ({ head, files, losses, leftOut }: Scaffold, out: string) => ({
  out,
  ...head,
  files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
  losses,
  leftOut,
})

function printed({ head, files, losses, leftOut }: Scaffold, out: string, document: DocumentFile): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const unstated = text('cli/scaffold-unstated')
  return [
    text('cli/scaffold-written', { out, count: files.length, size: Math.ceil(bytes / 1024) }),
    text('cli/scaffold-marks', { zone: head.zone?.label ?? unstated, level: head.securityLevel ?? unstated }),
    '',
    table([{ title: text('cli/path-in-folder') }, { title: text('cli/files'), align: 'right' }], foldersOf(files)),
    ...(leftOut.length > 0 ? ['', text('cli/scaffold-left-out', { count: leftOut.length, names: leftOut.map(({ name }) => name) })] : []),
    ...(losses.length > 0 ? ['', text('cli/scaffold-losses', { count: losses.length }), ...lossLines(losses, document)] : []),
    '',
    text('cli/scaffold-next', { out }),
  ].join('\n')
}

/** Files that lie directly in the folder by name, the others by the folder they lie in, counted. */
function foldersOf(files: Scaffold['files']): (readonly [string, string])[] {
  const counts = new Map<string, number>()
  for (const { path } of files) {
    const place = path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/` : path
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return Array.from(counts, ([place, count]) => [place, String(count)] as const)
}

/** Losses of one sort together: the first few in words, the rest counted. */
function lossLines(losses: readonly Loss[], document: DocumentFile): string[] {
  const sorts = new Map<string, Loss[]>()
  for (const loss of losses) sorts.set(loss.code, [...(sorts.get(loss.code) ?? []), loss])
  return [...sorts.values()].flatMap(own => [
    ...own.slice(0, SHOWN).map(loss => `  • ${lossText(loss, document)}`),
    ...(own.length > SHOWN ? [text('cli/scaffold-more', { count: own.length - SHOWN })] : []),
  ])
}
