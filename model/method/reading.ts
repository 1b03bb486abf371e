import type { Element, ElementId } from '../schema/element.ts'

/** The reference in a field, if there is one. */
export function refIn(element: Element | undefined, field: string): ElementId | undefined {
  const value = element?.[field]
  return typeof value === 'string' ? value : undefined
}

const none: readonly never[] = []

/** The members of a set or list of references or codes. */
export function membersIn(element: Element | undefined, field: string): readonly string[] {
  const value = element?.[field]
  return Array.isArray(value) ? (value as readonly string[]) : none
}

/** The text in a field; empty when there is none. */
export function textIn(element: Element | undefined, field: string): string {
  const value = element?.[field]
  return typeof value === 'string' ? value : ''
}
