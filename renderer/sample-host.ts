import { ok } from '#model/base/result.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { writeDocument } from '#model/file/index.ts'
import type { Element } from '#model/schema/element.ts'
import type { Host, OpenedFile } from './platform/host.ts'

/** Where no document was opened: the worked example, which lies beside the page, as a document without a file behind it. */
export const sampleHost: Host = {
  watch(listener) {
    let isWatched = true
    void readSample().then(file => isWatched && listener({ name: file.name, ...ok(file) }))
    return () => {
      isWatched = false
    }
  },
}

async function readSample(): Promise<OpenedFile> {
  const answer = await fetch('./samples/sanzi.json')
  const { elements } = (await answer.json()) as { readonly elements: readonly Element[] }
  return { name: 'sanzi.jw', bytes: writeDocument(snapshotOf(elements)), readOnly: false }
}
