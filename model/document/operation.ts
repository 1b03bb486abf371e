import type { z } from 'zod'
import { err, type Result } from '../base/result.ts'
import type { Draft } from './draft.ts'

/** Why an operation could not be done, for a reason a person can act on. Text stands in `words/` by code. */
export interface Refusal {
  readonly code: RefusalCode
  readonly values?: { readonly [name: string]: string | number | readonly string[] }
}

export type RefusalCode =
  | 'input-invalid'
  | 'element-gone'
  | 'kind-unknown'
  | 'field-unknown'
  | 'value-invalid'
  | 'value-not-in-list'
  | 'reference-unknown'
  | 'reference-ambiguous'
  | 'reference-wrong-kind'
  | 'owner-wrong-kind'
  | 'owner-required'
  | 'owner-cycle'
  | 'name-required'
  | 'classified-refused'
  | 'formula-invalid'
  | 'only-one-document'
  | 'code-taken'
  | 'scheme-invalid'
  | 'delta-does-not-fit'

/** Something a user can do to a document. It refuses without changing anything, or edits the draft. */
export interface Operation<Input, Output> {
  readonly id: string
  readonly input: z.ZodType<Input>
  readonly run: (draft: Draft, input: Input) => Result<Output, Refusal>
}

export const defineOperation = <Input, Output>(operation: Operation<Input, Output>): Operation<Input, Output> => operation

export const refuse = (code: RefusalCode, values: Refusal['values'] = {}): { readonly ok: false; readonly error: Refusal } =>
  err({ code, values })
