import { codeListOf } from '#model/code-lists/index.ts'
import type { View } from '#model/method/define-fact.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import type { Element, Line } from '#model/schema/element.ts'
import type { Code } from '../data-set.ts'

/** The codes of a data item and the element that says them: its code list, else its value domain when that lists them. */
export function codesOf(dataItem: Element, view: View): { readonly element: Element; readonly codes: readonly Code[] } | undefined {
  const list = view.get(refIn(dataItem, 'valueList') ?? '')
  const listed = list === undefined ? [] : codesIn(list)
  if (list !== undefined && listed.length > 0) return { element: list, codes: listed }
  const said = codesSaid(textIn(dataItem, 'valueDomain'))
  return said.length > 0 ? { element: dataItem, codes: said } : undefined
}

/** Whether the value domain names a code table that the model does not hold. */
export function namesForeignCodes(dataItem: Element): boolean {
  const domain = textIn(dataItem, 'valueDomain')
  return textIn(dataItem, 'valueKind') === 'codeTable' || /(?:码表|代码表|字典)$/u.test(domain.trim())
}

/** The values of a code list; what it extends comes first, a code comes once. */
function codesIn(list: Element): readonly Code[] {
  const base = (codeListOf(textIn(list, 'extends'))?.values ?? []).map(({ code, label }) => ({ code, label }))
  const own = ((list['values'] as readonly Line[] | undefined) ?? []).flatMap((line): Code[] => {
    const code = line['code'] ?? line['value']
    if (typeof code !== 'string') return []
    const note = line['note']
    return [{ code, label: String(line['label'] ?? code), ...(typeof note === 'string' ? { note } : {}) }]
  })
  return distinct([...base, ...own])
}

function distinct(codes: readonly Code[]): readonly Code[] {
  const seen = new Set<string>()
  return codes.filter(({ code }) => !seen.has(code) && seen.add(code) !== undefined)
}

/** `1资源性 2经营性`, `0否；1是`, `01-在营，02-吊销`: at least two, each a short code and a name. Anything else is no list of codes. */
export function codesSaid(domain: string): readonly Code[] {
  const parts = domain.split(/[\s；;，,、/]+/u).filter(part => part !== '')
  const codes = parts.map(part => /^([0-9A-Za-z]{1,8})[-—:：.=]?(\p{Script=Han}.*)$/u.exec(part))
  if (codes.length < 2 || codes.includes(null)) return []
  const found = codes.map(match => ({ code: match?.[1] ?? '', label: match?.[2] ?? '' }))
  return new Set(found.map(({ code }) => code)).size === found.length ? found : []
}
