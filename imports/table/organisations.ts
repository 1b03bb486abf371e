import { compareKey, joinedLines } from '#model/base/text.ts'
import type { Draft } from '#model/document/draft.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Row } from '../reading/workbook.ts'
import { parted } from './values.ts'

/** Finds or makes the organisations a list names: one per name; codes that differ are kept beside one another. Source: contracts C6.4. */
export interface Organisations {
  /** The departments of a cell in their order; a code beside them is that of the first. Never empty. */
  readonly idsOf: (text: string, code: string | undefined, region: string | undefined) => readonly ElementId[]
  /** Adds the codes seen to the organisations. */
  readonly finish: () => void
}

const ending =
  /(?:局|委|委员会|办|办公室|部|院|署|厅|处|中心|站|所|队|会|公司|政府|街道|乡|镇|村|社|科|馆|银行|集团|机关|组织)(?:[（(][^（()）]*[)）])?$/u

/** Whether a text by itself can only be the name of an organisation. */
export const isOrganisation = (text: string): boolean => ending.test(text.trim()) && text.length <= 40 && !/[：:。]/u.test(text)

/** The department that is named in a row above the header: 「填报单位：某县民政局」. */
export function organisationAbove(rows: readonly Row[]): string | undefined {
  for (const row of rows)
    for (const { text } of row.cells.values()) {
      const named = /(?:单位|部门|机关|主体)(?:名称)?(?:[（(][^（()）]*[)）])?[:：]\s*([^\s：:]{2,40})/u.exec(text)?.[1]
      if (named !== undefined && isOrganisation(named)) return named
    }
  return undefined
}

/** Several departments of a cell are told apart only where each of them is one; else a name was broken to fit its column. */
function namesIn(text: string): readonly string[] {
  const parts = parted(text, '、；;，,\n/ ')
  return parts.length > 1 && parts.every(isOrganisation) ? parts : [joinedLines(text).trim()]
}

export function openOrganisations(draft: Draft): Organisations {
  const found = new Map<string, ElementId>()
  const codes = new Map<ElementId, Set<string>>()
  const known = (name: string): ElementId | undefined =>
    draft
      .lookups()
      .named(name)
      .find(id => draft.get(id)?.kind === 'organisation')
  const idOf = (name: string, region: string | undefined): ElementId => {
    const key = compareKey(name)
    let id = found.get(key) ?? known(name)
    if (id === undefined) {
      id = draft.newId()
      draft.add({ id, kind: 'organisation', name, ...(region === undefined ? {} : { regionCode: region }) })
    }
    found.set(key, id)
    return id
  }
  return {
    idsOf(text, code, region) {
      const ids = [...new Set(namesIn(text).map(name => idOf(name, region)))]
      const [first] = ids
      if (first !== undefined && code !== undefined && code !== '') codes.set(first, (codes.get(first) ?? new Set<string>()).add(code))
      return ids
    },
    finish() {
      for (const [id, seen] of codes) {
        const organisation = draft.get(id)
        if (organisation === undefined) continue
        const alternates = new Set([...((organisation['alternateCodes'] as readonly string[] | undefined) ?? []), ...seen])
        const credit = organisation['creditCode'] ?? [...seen].find(code => /^[0-9A-Z]{18}$/u.test(code))
        if (typeof credit === 'string') alternates.delete(credit)
        draft.set(id, { ...(credit === undefined ? {} : { creditCode: credit }), alternateCodes: [...alternates].sort() })
      }
    },
  }
}
