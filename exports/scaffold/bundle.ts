import { sha256 } from '#model/base/hash.ts'
import { codeUnitCompare } from '#model/base/text.ts'
import type { View } from '#model/method/define-fact.ts'
import { textIn } from '#model/method/reading.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Trace } from '../data-sets/data-set.ts'
import { BASIS_TEXT } from '../data-sets/trace.ts'
import type { Artifact, Loss } from '../define-exporter.ts'

/** What a file of the bundle is for. */
export type Role =
  | 'readme'
  | 'sharingList'
  | 'catalogue'
  | 'integrationList'
  | 'applicationForm'
  | 'jsonSchema'
  | 'samples'
  | 'openApi'
  | 'dataContract'
  | 'ddl'

/** A file with what it came from. */
export interface MadeFile extends Artifact {
  readonly role: Role
  readonly elements: readonly ElementId[]
  readonly trace: Trace
}

/** A field with every place where it stands; `at` is a JSON pointer, in the tables `table.column`. */
export interface MadeField {
  readonly element: ElementId
  readonly resource: ElementId
  readonly name: string
  /** Null for what a service is only asked with. */
  readonly column: string | null
  readonly places: readonly { readonly file: string; readonly at: string }[]
  readonly trace: Trace
}

/** What a bundle says of itself. */
export interface BundleHead {
  readonly document: {
    readonly id: ElementId
    readonly name: string
    readonly version: string | null
    readonly illustrative: boolean
  }
  readonly scope: { readonly kind: string; readonly element: ElementId; readonly name: string } | null
  readonly zone: { readonly value: string; readonly label: string } | null
  readonly securityLevel: string | null
  readonly personalInformation: boolean
}

/** An element left out because it lies in another network. */
export interface LeftOut {
  readonly element: ElementId
  readonly name: string
  readonly zone: string
}

export interface BundleParts {
  readonly head: BundleHead
  readonly files: readonly MadeFile[]
  readonly fields: readonly MadeField[]
  readonly losses: readonly Loss[]
  readonly leftOut: readonly LeftOut[]
}

/** `bundle.json`: traces every file and field to requirement, indicator, item and basis; its shape is `docs/schemas/bundle.json`. */
export function bundleOf({ head, files, fields, losses, leftOut }: BundleParts, view: View) {
  const named = [
    ...files.flatMap(file => file.elements),
    ...fields.flatMap(field => [field.element, field.resource]),
    ...[...files, ...fields].flatMap(({ trace }) => Object.values(trace).flat() as readonly string[]),
    ...losses.map(loss => loss.element),
  ]
  return {
    format: 'jingwei-bundle/1',
    ...head,
    counts: { files: files.length, fields: fields.length, losses: losses.length, leftOut: leftOut.length },
    files: files.map(({ path, role, bytes, elements, trace }) => ({
      path,
      role,
      bytes: bytes.length,
      sha256: sha256(bytes),
      elements,
      trace,
    })),
    fields,
    elements: Object.fromEntries([...new Set(named)].sort(codeUnitCompare).map(id => [id, described(id, view)])),
    losses,
    leftOut,
  }
}

/** What an id in the bundle means; a basis that stands only in words is shown by its words. */
function described(id: string, view: View) {
  if (id.endsWith(BASIS_TEXT)) return { kind: 'basisText', name: textIn(view.get(id.slice(0, -BASIS_TEXT.length)), 'basisText') }
  const element = view.get(id)
  return {
    kind: element?.kind ?? '',
    ...(element?.code === undefined ? {} : { code: element.code }),
    name: element?.name ?? '',
  }
}
