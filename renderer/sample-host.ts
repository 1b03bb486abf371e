import { sha256 } from '#model/base/hash.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { writeDocument } from '#model/file/write.ts'
import type { Element } from '#model/schema/element.ts'
import type { Host } from './platform/host.ts'

/** Stands in for a machine while none answers: gives the worked example, which lies beside the page, as a document file. */
export const sampleHost: Host = {
  async open() {
    const answer = await fetch('./samples/sanzi.json')
    if (!answer.ok) throw new Error(`${answer.status}`)
    const { elements } = (await answer.json()) as { readonly elements: readonly Element[] }
    const bytes = writeDocument(snapshotOf(elements))
    return { name: `${elements.find(one => one.kind === 'document')?.name ?? ''}.jw`, bytes, sha256: sha256(bytes) }
  },
}
