import { invariant } from '#model/base/invariant.ts'
import { lookUp } from '#model/derive/index.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { readDocument } from '#model/file/read.ts'
import { openDocumentWriter, writeDocument } from '#model/file/write.ts'
import { timed, usedBytes } from '../measure.ts'
import { all, defineRow, other } from '../row.ts'
import { digest } from '../world.ts'

/** From the bytes of a file to a document that answers questions. */
function opened(bytes: Uint8Array): DocumentState {
  const read = readDocument(bytes, { digest })
  invariant(read.ok, 'the file does not open')
  return lookUp.start(read.value.snapshot)
}

export const openFile = defineRow({
  id: 'open',
  title: '打开：文件字节 → 校验过的文档 → 查找表',
  sizes: all,
  targets: { L: { budget: 3_000, aim: 1_000 }, XL: { budget: 30_000, aim: 12_000 } },
  async measure(world) {
    const bytes = world.bytes()
    const json = JSON.stringify(world.elements())
    return {
      ours: await timed(() => opened(bytes)),
      floor: other('JSON.parse', await timed(() => JSON.parse(json) as unknown)),
      note: `文件 ${megabytes(bytes.length)} MB，JSON ${megabytes(json.length)} M 字符`,
    }
  },
})

export const saveFile = defineRow({
  id: 'save',
  title: '保存整个文档',
  sizes: all,
  targets: { L: { budget: 1_500, aim: 600 } },
  async measure(world) {
    const elements = world.elements()
    const { snapshot } = world.state()
    return {
      ours: await timed(() => writeDocument(snapshot, undefined, digest)),
      floor: other('JSON.stringify', await timed(() => JSON.stringify(elements))),
    }
  },
})

export const saveAgain = defineRow({
  id: 'save-again',
  title: '改一个事项后再保存',
  sizes: all,
  targets: { L: { budget: 1_500, aim: 600 } },
  async measure(world) {
    const elements = world.elements()
    const { snapshot } = world.state()
    const write = openDocumentWriter(digest)
    write(snapshot)
    const item = elements.find(element => element.kind === 'item')
    invariant(item !== undefined, 'every document has an item')
    let round = 0
    return {
      ours: await timed(() => write(snapshot.set(item.id, { ...item, name: `${item.name}${++round}` }))),
      floor: other('JSON.stringify', await timed(() => JSON.stringify(elements))),
    }
  },
})

export const memory = defineRow({
  id: 'memory',
  title: '打开的文档（元素与查找表）占用的内存',
  unit: 'MB',
  sizes: all,
  targets: { L: { budget: 400, aim: 200 } },
  measure(world) {
    const bytes = world.bytes()
    const json = JSON.stringify(world.elements())
    const measured = (make: () => unknown): number => {
      const before = usedBytes()
      const kept = make()
      const used = usedBytes() - before
      invariant(kept !== undefined, 'kept until it is measured')
      return used / 2 ** 20
    }
    measured(() => opened(bytes))
    return {
      ours: { median: measured(() => opened(bytes)), runs: 1 },
      floor: { name: 'JSON.parse', cost: measured(() => JSON.parse(json) as unknown), runs: 1 },
    }
  },
})

const megabytes = (count: number): string => (count / 1e6).toFixed(1)
