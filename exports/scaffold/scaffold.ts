import { strToU8 } from 'fflate'
import { err, ok, type Result } from '#model/base/result.ts'
import { codeUnitCompare } from '#model/base/text.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import { dataSetsOf, highest } from '../data-sets/data-sets-of.ts'
import type { DataSet } from '../data-sets/data-set.ts'
import { allOf, type Selection } from '../data-sets/selection.ts'
import { isPersonal, servicesOf } from '../data-sets/services-of.ts'
import type { Artifact, ExportInput, Exported, Loss } from '../define-exporter.ts'
import { writeJson } from '../writing/json.ts'
import { type BundleHead, bundleOf, type LeftOut } from './bundle.ts'
import { officeFiles } from './office-files.ts'
import { readme } from './readme.ts'
import { below, wholeDocument } from './scope.ts'
import { fieldsOf, type Interfaces, technicalFiles } from './technical-files.ts'
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
  const { dataSets, codeTables } = dataSetsOf(selection, view, losses)
  const services = servicesOf(selection, dataSets, view, losses)
  losses.push(...homeless(selection, dataSets))
  const head = headOf({ view, wording }, { ...(scope ? { scope } : {}), zone }, dataSets)
  const level = head.securityLevel === null ? '' : wording.labelOf('securityLevel', head.securityLevel)
  const [document] = allOf('document', view)
  const parts: Interfaces = {
    document,
    selection,
    dataSets,
    codeTables,
    services,
    zone,
    level: head.securityLevel ?? '',
    head: headLines(head, level),
  }
  const files = [...(await officeFiles(parts, view, wording, losses)), ...technicalFiles(parts, view, wording)]
  const forms = files.filter(({ role }) => role === 'applicationForm').length
  files.push({
    path: 'README.md',
    bytes: strToU8(readme({ head, zone: head.zone?.label ?? '', level, dataSets, services, forms })),
    role: 'readme',
    elements: document ? [document.id] : [],
    trace: { requirements: [], indicators: [], items: [], bases: [] },
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

/** Requirements whose datum lies in no resource: they have a form and a line, and no schema, table or contract. */
function homeless({ requirements }: Selection, dataSets: readonly DataSet[]): Loss[] {
  const held = new Set(dataSets.flatMap(({ fields }) => fields.map(({ element }) => element.id)))
  return requirements
    .filter(one => !held.has(refIn(one, 'dataItem') ?? ''))
    .map(({ id }): Loss => ({ code: 'resource-unknown', element: id, field: 'dataItem' }))
}

function headOf({ view, wording }: Input, { scope, zone }: Choice & { readonly zone: string }, dataSets: readonly DataSet[]): BundleHead {
  const [document] = allOf('document', view)
  const level = highest(dataSets.map(one => one.level))
  return {
    document: {
      id: document?.id ?? '',
      name: document?.name ?? '业务协同模型',
      version: textIn(document, 'version') || null,
      illustrative: document?.['illustrative'] === true,
    },
    scope: scope ? { kind: scope.kind, element: scope.id, name: scope.name } : null,
    zone: zone === '' ? null : { value: zone, label: wording.labelOf('networkZone', zone) },
    securityLevel: level || null,
    personalInformation: dataSets.some(({ fields }) => fields.some(isPersonal)),
  }
}

const headLines = ({ document, scope, zone, personalInformation }: BundleHead, level: string): string[] => [
  `${document.name}${document.version === null ? '' : ` ${document.version}`}`,
  `范围：${scope?.name ?? '整份模型'}；网络环境：${zone?.label ?? '未填写'}；最高安全级别：${level || '未填写'}${personalInformation ? '，含个人信息' : ''}`,
  ...(document.illustrative ? ['机构、代码、数值均为示意'] : []),
]
