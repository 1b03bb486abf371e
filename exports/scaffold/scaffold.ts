import { strToU8 } from 'fflate'
import { err, ok, type Result } from '#model/base/result.ts'
import { codeUnitCompare } from '#model/base/text.ts'
import type { View } from '#model/method/define-fact.ts'
import { refIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import { dataSetsOf } from '../data-sets/data-sets-of.ts'
import type { DataSet } from '../data-sets/data-set.ts'
import { allOf, dataItemsOf, type Selection } from '../data-sets/selection.ts'
import { servicesOf } from '../data-sets/services-of.ts'
import { joined } from '../data-sets/trace.ts'
import type { Artifact, ExportInput, Exported, Loss } from '../define-exporter.ts'
import { writeJson } from '../writing/json.ts'
import { type BundleHead, bundleOf, type LeftOut } from './bundle.ts'
import { headOf, toldOf } from './head.ts'
import { officeFiles } from './office-files.ts'
import { readme } from './readme.ts'
import { below, wholeDocument } from './scope.ts'
import { fieldsOf } from './made-fields.ts'
import { type Interfaces, technicalFiles } from './technical-files.ts'
import { classifiedIn, within, zonesOf } from './zones.ts'

/** What of a document is wanted. */
export interface Choice {
  /** A system or module; the whole document without one. */
  readonly scope?: Element
  /** A network; needed where the resources lie in several. */
  readonly zone?: string
}

/** Resources of one network; empty where it is not stated. */
export interface Zone {
  readonly zone: string
  readonly resources: readonly Element[]
}

/** Why there is no bundle. */
export type ScaffoldRefusal =
  | { readonly code: 'classified'; readonly elements: readonly Element[] }
  | { readonly code: 'zones-mixed'; readonly zones: readonly Zone[] }
  | { readonly code: 'zone-empty'; readonly zones: readonly Zone[] }
  | { readonly code: 'nothing-to-build' }

export interface Scaffold extends Exported {
  readonly head: BundleHead
  readonly leftOut: readonly LeftOut[]
}

type Input = Pick<ExportInput, 'view' | 'wording'>

/**
 * The folder for the engineers of a platform: lists and forms, schemas with samples, interfaces, contracts, tables, and
 * `bundle.json` that traces all of it. State secrets are refused, and networks are never mixed.
 */
export async function scaffold(input: Input, choice: Choice): Promise<Result<Scaffold, ScaffoldRefusal>> {
  const { view } = input
  const classified = classifiedIn(view)
  if (classified.length > 0) return err({ code: 'classified', elements: classified })
  const whole = choice.scope ? below(choice.scope, view) : wholeDocument(view)
  if (whole.resources.length + whole.requirements.length === 0) return err({ code: 'nothing-to-build' })
  const zones = Array.from(zonesOf(whole, view), ([zone, resources]): Zone => ({ zone, resources }))
  if (choice.zone === undefined && zones.length > 1) return err({ code: 'zones-mixed', zones })
  const zone = choice.zone ?? zones[0]?.zone ?? ''
  if (choice.zone !== undefined && !zones.some(one => one.zone === zone)) return err({ code: 'zone-empty', zones })
  return ok(await built(input, { ...choice, zone }, { selection: within(zone, whole, view), zones }))
}

async function built(
  { view, wording }: Input,
  { scope, zone }: Choice & { readonly zone: string },
  { selection, zones }: { readonly selection: Selection; readonly zones: readonly Zone[] },
): Promise<Scaffold> {
  const losses: Loss[] = []
  const sets = dataSetsOf(selection, view, losses)
  const { dataSets, codeTables } = sets
  const services = servicesOf(selection, sets, view, losses)
  losses.push(...homeless(selection, dataSets))
  const [document] = allOf('document', view)
  const contents = [...contentsOf(selection, view), ...services.flatMap(({ request }) => request.map(({ element }) => element))]
  const head = headOf({ document, scope, zone, contents: [...selection.resources, ...contents] }, wording)
  const told = toldOf(head, wording)
  const parts: Interfaces = { document, selection, dataSets, codeTables, services, zone, level: head.securityLevel ?? '', ...told }
  const files = [...(await officeFiles(parts, view, wording, losses)), ...technicalFiles(parts, view, wording)]
  const forms = files.filter(({ role }) => role === 'applicationForm').length
  files.push({
    path: 'README.md',
    bytes: strToU8(readme({ head, level: told.levelInWords, dataSets, services, forms })),
    role: 'readme',
    elements: document ? [document.id] : [],
    trace: joined(dataSets, view),
  })
  const leftOut = zones
    .filter(one => one.zone !== zone)
    .flatMap(one => one.resources.map(({ id, name }): LeftOut => ({ element: id, name, zone: one.zone })))
  const bundle = bundleOf({ head, files: inOrder(files), fields: fieldsOf(dataSets, services), losses, leftOut }, view)
  const listing: Artifact = { path: 'bundle.json', bytes: strToU8(writeJson(bundle)) }
  return { files: inOrder([...files, listing]).map(({ path, bytes }) => ({ path, bytes })), losses, head, leftOut }
}

const inOrder = <T extends { readonly path: string }>(files: readonly T[]): T[] =>
  [...files].sort((a, b) => codeUnitCompare(a.path, b.path))

/** Data items that the bundle says anything of. */
const contentsOf = ({ requirements, resources, isAsked }: Selection, view: View): Element[] => [
  ...requirements.flatMap(one => view.get(refIn(one, 'dataItem') ?? '') ?? []),
  ...resources.flatMap(resource => dataItemsOf(resource, view)).filter(({ id }) => isAsked(id)),
]

/** Requirements whose datum lies in no resource: they have a form and a line, and no schema, table or contract. */
function homeless({ requirements }: Selection, dataSets: readonly DataSet[]): Loss[] {
  const held = new Set(dataSets.flatMap(({ fields }) => fields.map(({ element }) => element.id)))
  return requirements
    .filter(one => !held.has(refIn(one, 'dataItem') ?? ''))
    .map(({ id }): Loss => ({ code: 'resource-unknown', element: id, field: 'dataItem' }))
}
