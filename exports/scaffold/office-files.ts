import { strToU8 } from 'fflate'
import { sha256 } from '#model/base/hash.ts'
import type { View } from '#model/method/define-fact.ts'
import { refIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import { joined } from '../data-sets/trace.ts'
import type { Loss } from '../define-exporter.ts'
import { writeCsv } from '../writing/csv.ts'
import { fileStem } from '../writing/file-stem.ts'
import { sheetNames } from '../writing/sheet-names.ts'
import { writeWorkbook } from '../writing/workbook.ts'
import type { MadeFile } from './bundle.ts'
import { applicationForm } from './lists/application-form.ts'
import { catalogue, catalogueItems } from './lists/catalogue.ts'
import { integrationList } from './lists/integration-list.ts'
import { listSheet, type OfficeList, rowsOf } from './lists/list-sheet.ts'
import { type Reader, readerOf } from './lists/reader.ts'
import { sharingLines, sharingList, type SharingLine } from './lists/sharing-list.ts'
import type { Interfaces } from './technical-files.ts'
import { zoneOfSystem } from './zones.ts'

/** The lists and forms that offices hand on: sharing list, catalogue, integration list, an application per requirement. */
export async function officeFiles(parts: Interfaces, view: View, wording: Wording, losses: Loss[]): Promise<MadeFile[]> {
  const reader = readerOf(view, wording)
  const lines = sharingLines(parts.selection, reader)
  const sharing = sharingList(lines, reader, losses)
  const fromLines = { elements: [...new Set(lines.map(({ element }) => element.id))], trace: joined(lines, view) }
  const fromSets = {
    elements: parts.dataSets.map(({ element }) => element.id),
    trace: joined(parts.dataSets, view),
  }
  const systems = usingSystems(parts, view)
  const isInside = (system: Element): boolean => parts.zone === '' || zoneOfSystem(system) === parts.zone
  const integrations = integrationList({ services: parts.services, systems, isInside }, reader, losses)
  const catalogues = [catalogue(parts.dataSets, reader, losses), catalogueItems(parts.dataSets, reader, losses)]
  return [
    { path: '清单/数据共享清单.xlsx', bytes: await workbook([sharing], parts.marks), role: 'sharingList', ...fromLines },
    { path: '清单/数据共享清单.csv', bytes: strToU8(writeCsv(rowsOf(sharing))), role: 'sharingList', ...fromLines },
    { path: '清单/信息资源目录.xlsx', bytes: await workbook(catalogues, parts.marks), role: 'catalogue', ...fromSets },
    {
      path: '清单/系统集成清单.xlsx',
      bytes: await workbook([integrations], parts.marks),
      role: 'integrationList',
      elements: [...systems, ...parts.services.map(({ element }) => element)].map(({ id }) => id),
      trace: fromSets.trace,
    },
    ...(await forms(lines, reader, view, losses)),
  ]
}

const workbook = (lists: readonly OfficeList[], marks: string): Promise<Uint8Array> =>
  writeWorkbook({ title: lists[0]?.name ?? '', sheets: lists.map(list => listSheet(list, marks)), names: new Map() })

/** The systems for which the services work. */
function usingSystems({ services, selection }: Interfaces, view: View): Element[] {
  const ids = [...services.map(({ element }) => element), ...selection.sharings].map(one => refIn(one, 'consumerSystem') ?? '')
  return [...new Set(ids)].flatMap(id => view.get(id) ?? [])
}

/** What a form is called where nothing else names it. */
const FORM = '申请表'

/**
 * A workbook per requirement that is shared, with a sheet per consumer. One workbook for all would show every provider what is
 * asked of the others, and a sheet name has no room for what a requirement is called.
 */
async function forms(lines: readonly SharingLine[], reader: Reader, view: View, losses: Loss[]): Promise<MadeFile[]> {
  const byRequirement = new Map<Element, SharingLine[]>()
  for (const line of lines) {
    if (line.selfProduced) continue
    byRequirement.set(line.requirement, [...(byRequirement.get(line.requirement) ?? []), line])
  }
  const taken = new Set<string>()
  const files: MadeFile[] = []
  for (const [requirement, own] of byRequirement) {
    const names = own.length === 1 ? [FORM] : sheetNames(own.map(({ consumer }) => consumer.organisation?.name ?? FORM))
    const sheets = own.map((line, at) => applicationForm(line, names[at] ?? FORM, reader, losses))
    files.push({
      path: `申请表/${freeStem(requirement, taken)}.xlsx`,
      bytes: await writeWorkbook({ title: `数据共享申请表　${requirement.name}`, sheets, names: new Map() }),
      role: 'applicationForm',
      elements: [requirement.id, ...own.flatMap(({ entry }) => entry?.id ?? [])],
      trace: joined(own, view),
    })
  }
  return files
}

function freeStem({ id, code, name }: Element, taken: Set<string>): string {
  const stem = fileStem(code === undefined ? name : `${code}-${name}`, FORM)
  const free = taken.has(stem.toLowerCase()) ? `${stem}-${sha256(strToU8(id)).slice(0, 8)}` : stem
  taken.add(free.toLowerCase())
  return free
}
