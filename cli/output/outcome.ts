/** What a command answers: the same for people and for programs. */
export interface Outcome {
  /** Printed with `--json`; its shape stands in `docs/schemas/<command>.json`. */
  readonly json: unknown
  /** Printed otherwise. */
  readonly text: string
  readonly exit?: number
  /** What the command goes on doing once its answer is printed. */
  readonly meanwhile?: () => Promise<void>
}

/** A command that cannot be carried out: a sentence that says what, where and what to do, and the exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exit: number
  readonly code: string

  constructor(code: string, message: string, exit: number) {
    super(message)
    this.code = code
    this.exit = exit
  }
}
