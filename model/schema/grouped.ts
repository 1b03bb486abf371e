import type { Field, FieldOptions } from './define-field.ts'

/** The fields under one heading of the inspector, and of one source unless a field names its own. */
export function grouped<F extends { readonly [name: string]: Field }>(shared: Pick<FieldOptions, 'group' | 'source'>, fields: F): F {
  const entries = Object.entries(fields).map(([name, field]) => [name, { ...shared, ...field }] as const)
  // The same names with the same types; only what is said about them grew.
  return Object.fromEntries(entries) as F
}
