import { kindOf } from '#model/kinds/index.ts'
import type { View } from '#model/method/define-fact.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { setTypes } from '#model/schema/define-field.ts'
import type { Duration, Element, FieldValue } from '#model/schema/element.ts'
import { plainNumber, type Wording, writeValue } from '#model/wording/index.ts'

/** What a cell of a form is given: a number where the field is one, else text. */
export type FormValue = string | number

/** The value of a form's column for an element: of a field, or of a column that is none of ours. */
export function formValue(
  element: Element,
  field: string,
  { view, wording }: { readonly view: View; readonly wording: Wording },
): FormValue {
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (view.get(id)?.name ?? ''))
  switch (field) {
    case 'name':
      return element.name
    case 'code':
      return element.code ?? ''
    case '@organisation':
      return [refIn(element, 'lead'), ...(view.get(element.id)?.kind === 'item' ? membersIn(element, 'assists') : [])]
        .map(nameOf)
        .filter(one => one !== '')
        .join('、')
    case '@organisationCode':
      return textIn(view.get(refIn(element, 'lead') ?? ''), 'creditCode')
    case '@region':
      return textIn(view.get(refIn(element, 'lead') ?? ''), 'regionCode')
    case '@group':
      return nameOf(element.owner)
    default:
      return declaredValue(element, field, { nameOf, wording })
  }
}

interface Naming {
  readonly nameOf: (id: string | undefined) => string
  readonly wording: Wording
}

/** Forms ask for names, not for our codes behind them. */
function declaredValue(element: Element, written: string, { nameOf, wording }: Naming): FormValue {
  const [field = '', part] = written.split('.')
  const kind = kindOf(element.kind)
  const declared = kind && fieldOf(kind, field)
  const value: FieldValue | undefined = element[field]
  if (declared === undefined || value === undefined) return ''
  if (part === 'unit') return wording.labelOf('limitUnit', (value as Duration).unit ?? '')
  if (declared.type === 'number') return Number.isSafeInteger(value) ? (value as number) : plainNumber(value as number)
  if (declared.type === 'ref') return nameOf(value as string)
  if (declared.type === 'refs' || declared.type === 'refList') return (value as readonly string[]).map(nameOf).join('、')
  const text = writeValue(declared, value, wording)
  return setTypes.has(declared.type) ? text.replaceAll('；', '、') : text
}
