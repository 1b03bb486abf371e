import type { Wording } from '#model/wording/index.ts'
import type { DataSet } from '../data-sets/data-set.ts'
import { recordSchema, type Schema } from '../data-sets/record-schema.ts'
import { type SampleRecord, sampleRecords } from '../data-sets/values/samples.ts'

/** The schema of a resource as a file; its id does not name any place, since the bundle may lie anywhere. */
export const schemaFile = (dataSet: DataSet, wording: Wording): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:jingwei:resource:${dataSet.element.id}`,
  ...recordSchema(dataSet, wording),
})

interface SamplesFile {
  readonly illustrative: true
  readonly note: string
  readonly resource: string
  readonly schema: string
  readonly records: readonly SampleRecord[]
}

/** Sample records of a resource with the mark that they are made up. */
export const samplesFile = (dataSet: DataSet): SamplesFile => ({
  illustrative: true,
  note: '示意数据，由软件按字段类型生成，不代表任何真实的人、单位或事项',
  resource: dataSet.element.name,
  schema: `../schemas/${dataSet.name.sql}.schema.json`,
  records: sampleRecords(dataSet),
})
