import { z } from 'zod'
import { isOrderKey } from '../base/order-key.ts'
import { choice, date, type Field, optionalShape, text } from './define-field.ts'
import { ElementId, isElementId, isStoredText, StoredText } from './element.ts'

/** The steps of the V: eight on the left leg, seven on the right. */
export type Step = 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6' | 'L7' | 'L8' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7'

export interface KindOptions<N extends string, F extends { readonly [name: string]: Field }> {
  readonly name: N
  /** What the user calls it. */
  readonly label: string
  /** What it is, in one sentence, for help and the instruction sheet. */
  readonly help: string
  /** Letters that visible codes of this kind begin with. */
  readonly prefix: string
  /** Where it belongs in the V, if it does. */
  readonly step?: Step
  /** Kinds that may own one. */
  readonly parents?: readonly string[]
  /** Whether it must have an owner; otherwise it may stand alone. */
  readonly needsOwner?: boolean
  /** The standard or clause that defines it. */
  readonly source?: string
  readonly fields: F
}

type ValueOf<T> = T extends Field<infer V> ? V : never

/** The element of a kind: what every element has, and its declared fields, all of them optional. */
export type ElementFrom<N extends string, F extends { readonly [name: string]: Field }> = {
  readonly id: ElementId
  readonly kind: N
  readonly name: string
  readonly code?: string
  readonly note?: string
  readonly status?: string
  readonly owner?: ElementId
  readonly order?: string
  readonly responsible?: string
  readonly due?: string
  readonly custom?: { readonly [field: string]: string }
} & { readonly [K in keyof F]?: ValueOf<F[K]> }

export interface Kind<N extends string = string, F extends { readonly [name: string]: Field } = { readonly [name: string]: Field }>
  extends KindOptions<N, F> {
  /** Parses an element; an undeclared field is refused with its path. */
  readonly schema: z.ZodType
  /**
   * Whether `schema` accepts an element. It looks at the fields that are there and not at the fifty that may be: checking a
   * whole document takes a third of the time.
   */
  readonly accepts: (element: { readonly [field: string]: unknown }) => boolean
}

/**
 * Fields every kind has after `name` and `code`. `owner` and `order` are not among them: they place the element in the tree
 * and are changed by moving it.
 */
export const commonFields = {
  note: text('备注', { help: '其他需要说明的情况' }),
  status: choice('状态', 'elementStatus', { help: '这一条写到了哪一步：草拟、待审、已确认、已停用' }),
  responsible: text('责任人', { help: '负责这一条的单位、处室或人，例：政策法规处 张三' }),
  due: date('完成时限', { help: '应当完成的日期，例：2026-12-31' }),
} as const

/** Declares a kind of element. Everything generic reads the declaration; nothing else lists its fields. */
export function defineKind<const N extends string, F extends { readonly [name: string]: Field }>(options: KindOptions<N, F>): Kind<N, F> {
  const shape = { ...ownShape(options.name), ...optionalShape(commonFields), ...optionalShape(options.fields) }
  const declared = new Map<string, (value: unknown) => boolean>(ownAccepts(options.name))
  for (const [name, field] of Object.entries({ ...commonFields, ...options.fields })) declared.set(name, field.accepts)
  const accepts: Kind['accepts'] = element => {
    if (element['id'] === undefined || element['kind'] === undefined || element['name'] === undefined) return false
    for (const field of Object.keys(element)) if (declared.get(field)?.(element[field]) !== true) return false
    return true
  }
  return { ...options, schema: z.strictObject(shape), accepts }
}

const Name = StoredText.max(2000)
const Code = StoredText.min(1).max(200)
const Order = z.string().refine(isOrderKey, 'not-an-order-key')
const Custom = z.record(ElementId, StoredText.min(1))

/** What every element has besides common fields. */
const ownShape = (kind: string) => ({
  id: ElementId,
  kind: z.literal(kind),
  name: Name,
  code: Code.exactOptional(),
  owner: ElementId.exactOptional(),
  order: Order.exactOptional(),
  custom: Custom.exactOptional(),
})

const ownAccepts = (kind: string): readonly (readonly [string, (value: unknown) => boolean])[] => [
  ['id', isElementId],
  ['kind', value => value === kind],
  ['name', value => value === '' || isStoredText(value, 2000)],
  ['code', value => isStoredText(value, 200)],
  ['owner', isElementId],
  ['order', value => typeof value === 'string' && isOrderKey(value)],
  ['custom', value => Custom.safeParse(value).success],
]
