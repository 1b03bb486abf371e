/** Everything that can go wrong outside the model, a closed set; text stands in `words/`. */
export type ProblemCode =
  | 'not-found'
  | 'not-allowed'
  | 'not-a-file'
  | 'no-space'
  | 'conflict'
  | 'locked'
  | 'busy-elsewhere'
  | 'not-written'
  | 'not-read'
  | 'too-large'
  | 'shrinks'
  | 'journal-damaged'
  | 'changed-otherwise'
  | 'nothing-to-undo'

export interface Problem {
  readonly code: ProblemCode
  readonly values: { readonly [name: string]: string | number }
}

export const problem = (code: ProblemCode, values: Problem['values'] = {}): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { code, values },
})
